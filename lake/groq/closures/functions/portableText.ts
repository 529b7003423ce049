import {step} from '../../timeLimit.ts'
import {joinTexts} from '../sizeLimit.ts'
import {isObject} from '../values.ts'

/** The text of a block, or of a list of blocks with an empty line between two. */
export function portableText(value: unknown): string | null {
  if (isObject(value)) return blockText(value)
  if (!Array.isArray(value)) return null
  const texts = blockTexts(value)
  return texts.length === 0 ? null : texts.reduce((all, text) => joinTexts(all, `\n\n${text}`))
}

function blockTexts(list: readonly unknown[]): string[] {
  return list.flatMap((block) => {
    step()
    if (Array.isArray(block)) return blockTexts(block)
    const text = isObject(block) ? blockText(block) : null
    return text === null ? [] : [text]
  })
}

function blockText({_type, children}: Readonly<Record<string, unknown>>): string | null {
  if (typeof _type !== 'string' || !Array.isArray(children)) return null
  let text = ''
  for (const child of children) {
    step()
    if (isObject(child) && child._type === 'span' && typeof child.text === 'string') {
      text = joinTexts(text, child.text)
    }
  }
  return text
}
