import {fieldOf} from '../../schemas/references.ts'
import {asText} from '../matching/asText.ts'

interface CitedWords {
  text: string
  /** Key of the last span among them: where writing goes on. */
  lastSpan?: string
}

/** The words of a block that carry an annotation. */
export function citedWords(block: unknown, annotation: string): CitedWords {
  const children = fieldOf(block, 'children')
  const spans = (Array.isArray(children) ? children : []).filter((span: unknown) => {
    const marks = fieldOf(span, 'marks')
    return Array.isArray(marks) && marks.includes(annotation)
  })
  const lastSpan = fieldOf(spans.at(-1), '_key')
  return {
    text: spans.map((span) => asText(fieldOf(span, 'text'))).join(''),
    ...(typeof lastSpan === 'string' ? {lastSpan} : {}),
  }
}
