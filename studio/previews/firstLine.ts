import {fieldOf} from '../../schemas/references.ts'
import {asText} from '../matching/asText.ts'

/** The first line of a text that says something. */
export function firstLine(blocks: unknown): string | undefined {
  const lines = (Array.isArray(blocks) ? blocks : []).map((block) => {
    const children = fieldOf(block, 'children')
    return (Array.isArray(children) ? children : [])
      .map((span) => asText(fieldOf(span, 'text')))
      .join('')
      .trim()
  })
  return lines.find((line) => line !== '')
}
