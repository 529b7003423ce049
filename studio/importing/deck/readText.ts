import type {DeckParagraph, DeckRun} from './importedDeck.ts'
import {raisedOrLowered} from './raisedOrLowered.ts'
import {allOf, childOf, childrenOf, isOn, type XmlNode} from './xmlNode.ts'

/** The paragraphs of a text body that hold words. `bulleted`: as paragraphs of that place are that say nothing of it. */
export function readText(body: XmlNode | undefined, bulleted = false): DeckParagraph[] {
  return childrenOf(body, 'p').flatMap((node) => {
    const runs = joined(node.children.flatMap(runsIn))
    if (runs.every(({text}) => text.trim() === '')) return []
    const properties = childOf(node, 'pPr')
    const level = Number(properties?.attributes.get('lvl') ?? 0)
    return {
      runs: trimmed(runs),
      level: level > 0 && level < 9 ? Math.trunc(level) : 0,
      bulleted: hasBullet(properties) ?? (bulleted || level > 0),
    }
  })
}

export const wordsOf = ({runs}: DeckParagraph): string => runs.map(({text}) => text).join('')

/** Paragraphs as one line. */
export const asLine = (paragraphs: readonly DeckParagraph[]): string =>
  paragraphs.map(wordsOf).join(' ').replaceAll(/\s+/gu, ' ').trim()

function hasBullet(properties: XmlNode | undefined): boolean | undefined {
  const names = (properties?.children ?? []).map(({name}) => name)
  if (names.includes('buNone')) return false
  const isMarked = ['buChar', 'buAutoNum', 'buBlip'].some((name) => names.includes(name))
  return isMarked ? true : undefined
}

/** Runs, breaks, fields and equations; what a version offers beside another is read once. */
function runsIn(node: XmlNode): DeckRun[] {
  switch (node.name) {
    case 'r':
    case 'fld':
      return [runOf(node)]
    case 'br':
      return [{text: '\n', strong: false, em: false}]
    case 'AlternateContent':
      return (childOf(node, 'Choice')?.children ?? []).flatMap(runsIn)
    case 'm':
    case 'oMath':
    case 'oMathPara':
      return [{text: equationWords(node), strong: false, em: false}]
    default:
      return []
  }
}

function runOf(node: XmlNode): DeckRun {
  const marks = childOf(node, 'rPr')?.attributes
  // PowerPoint writes a line break within a run as a vertical tab.
  const text = (childOf(node, 't')?.text ?? '').replaceAll('\v', '\n')
  return {
    text: raisedOrLowered(text, marks?.get('baseline')),
    strong: isOn(marks?.get('b')),
    em: isOn(marks?.get('i')),
  }
}

const equationWords = (node: XmlNode): string =>
  allOf(node, 't')
    .map(({text}) => text)
    .join('')

/** PowerPoint cuts words into runs at will, such as where it checked the spelling. */
function joined(runs: readonly DeckRun[]): DeckRun[] {
  const result: DeckRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last && last.strong === run.strong && last.em === run.em)
      result[result.length - 1] = {...last, text: last.text + run.text}
    else if (run.text !== '') result.push(run)
  }
  return result
}

const trimmed = (runs: readonly DeckRun[]): DeckRun[] =>
  runs
    .map((run, at) => (at === 0 ? {...run, text: run.text.trimStart()} : run))
    .map((run, at) => (at === runs.length - 1 ? {...run, text: run.text.trimEnd()} : run))
    .filter(({text}) => text !== '')
