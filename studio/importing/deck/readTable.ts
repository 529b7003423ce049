import type {DeckParagraph} from './importedDeck.ts'
import {readText} from './readText.ts'
import {childOf, childrenOf, isOn, type XmlNode} from './xmlNode.ts'

export const BETWEEN_CELLS = ' | '
const BETWEEN_LINES = {text: ' ', strong: false, em: false}

/** Each row of a table as one line of text; cells that another one covers are left out. */
export function readTable(table: XmlNode): DeckParagraph[] {
  return childrenOf(table, 'tr').flatMap((row) => {
    const cells = childrenOf(row, 'tc')
      .filter(({attributes}) => !isOn(attributes.get('hMerge')) && !isOn(attributes.get('vMerge')))
      .map((cell) =>
        readText(childOf(cell, 'txBody')).flatMap(({runs}, at) =>
          at === 0 ? runs : [BETWEEN_LINES, ...runs],
        ),
      )
    const last = cells.findLastIndex((cell) => cell.length > 0)
    if (last === -1) return []
    const runs = cells
      .slice(0, last + 1)
      .flatMap((cell, at) =>
        at === 0 ? cell : [{text: BETWEEN_CELLS, strong: false, em: false}, ...cell],
      )
    return {runs, level: 0, bulleted: false}
  })
}
