import {studioPath} from '@sanity/client/csm'
import type {GateDocument} from '../model/gateModel.ts'
import type {Remark} from '../model/gateDocuments.ts'
import {isRecord} from '../model/record.ts'

/** The content with every replacement in it, or the first remark whose words are not there exactly once. */
export type Replaced = {document: GateDocument} | {unclear: Remark}

/** Puts the words that a reviewer approved in place of those that were quoted. */
export function applyRemarks(document: GateDocument, remarks: readonly Remark[]): Replaced {
  let content: unknown = document
  for (const remark of remarks) {
    if (remark.replacement === undefined) continue
    const changed = replaceAt(content, stepsOf(remark.path), remark.quote, remark.replacement)
    if (changed === undefined) return {unclear: remark}
    content = changed
  }
  return isRecord(content) ? {document: {...document, ...content}} : {document}
}

/** A copy of a value in which the quote at a place is replaced; `undefined` when it is not there exactly once. */
function replaceAt(
  value: unknown,
  steps: readonly unknown[],
  quote: string,
  replacement: string,
): unknown {
  const [step, ...further] = steps
  if (step === undefined) return replaceWords(value, quote, replacement)
  if (typeof step === 'string') {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined
    const changed = replaceAt(value[step], further, quote, replacement)
    return changed === undefined ? undefined : {...value, [step]: changed}
  }
  if (!Array.isArray(value)) return undefined
  const list: unknown[] = value
  const at = typeof step === 'number' ? step : list.findIndex((member) => hasKeyOf(member, step))
  if (at < 0 || at >= list.length) return undefined
  const changed = replaceAt(list[at], further, quote, replacement)
  return changed === undefined ? undefined : list.with(at, changed)
}

const hasKeyOf = (member: unknown, step: unknown): boolean =>
  isRecord(member) && isRecord(step) && typeof step._key === 'string' && member._key === step._key

/** What stands at a path of a document. */
export function valueAtPath(document: GateDocument, path: string): unknown {
  let value: unknown = document
  for (const step of stepsOf(path)) {
    if (Array.isArray(value)) {
      const list: unknown[] = value
      value = typeof step === 'number' ? list[step] : list.find((member) => hasKeyOf(member, step))
    } else value = isRecord(value) && typeof step === 'string' ? value[step] : undefined
  }
  return value
}

/** What the gate and the lake say of a document is not to be reworded; no path is one that leads nowhere. */
function stepsOf(path: string): readonly unknown[] {
  try {
    const steps: readonly unknown[] = studioPath.fromString(path)
    return typeof steps[0] === 'string' && !steps[0].startsWith('_') ? steps : ['']
  } catch {
    return ['']
  }
}

/** In text, or in the one span of a block in which the words stand. */
function replaceWords(value: unknown, quote: string, replacement: string): unknown {
  if (typeof value === 'string') {
    const parts = value.split(quote)
    return quote !== '' && parts.length === 2 ? parts.join(replacement) : undefined
  }
  if (!isRecord(value) || !Array.isArray(value.children)) return undefined
  const spans: unknown[] = value.children
  const texts = spans.map((span) => (isRecord(span) ? span.text : undefined))
  const times = texts.map((text) => (typeof text === 'string' ? text.split(quote).length - 1 : 0))
  const [only, ...others] = [...times.entries()].filter(([, count]) => count > 0)
  const span = only && spans[only[0]]
  if (!only || others.length > 0 || !isRecord(span)) return undefined
  const text = replaceWords(span.text, quote, replacement)
  return text === undefined ? undefined : {...value, children: spans.with(only[0], {...span, text})}
}
