import {studioPath} from '@sanity/client/csm'
import type {GateDocument} from '../model/gateModel.ts'
import {isRecord} from '../model/record.ts'

/** Where quoted words stand: the path of the one field or block, or why there is none. */
export type QuotePlace = {path: string} | {none: 'missing' | 'several'}

type Segment = string | number | {_key: string}

/** Finds the one field or block of a document in which words stand exactly once. */
export function findQuote(document: GateDocument, quote: string): QuotePlace {
  const places: Segment[][] = []
  if (quote !== '') gather(document, [], quote, places)
  const [first, ...others] = places
  if (!first) return {none: 'missing'}
  return others.length > 0 ? {none: 'several'} : {path: studioPath.toString(first)}
}

function gather(
  value: unknown,
  path: readonly Segment[],
  quote: string,
  places: Segment[][],
): void {
  if (typeof value === 'string') {
    for (let times = value.split(quote).length - 1; times > 0; times--) places.push([...path])
  } else if (Array.isArray(value)) {
    value.forEach((member: unknown, at) =>
      gather(member, [...path, segmentOf(member, at)], quote, places),
    )
  } else if (isRecord(value)) {
    const isBlock = Array.isArray(value.children)
    for (const [name, member] of Object.entries(value)) {
      if (name.startsWith('_') || (isBlock && name !== 'children')) continue
      if (isBlock) gatherSpans(member, path, quote, places)
      else gather(member, [...path, name], quote, places)
    }
  }
}

/** Words of a block are addressed by the block; a quote across two spans cannot be put in place. */
function gatherSpans(
  children: unknown,
  path: readonly Segment[],
  quote: string,
  places: Segment[][],
): void {
  if (!Array.isArray(children)) return
  for (const span of children) {
    if (isRecord(span) && typeof span.text === 'string') gather(span.text, path, quote, places)
  }
}

const segmentOf = (member: unknown, at: number): Segment =>
  isRecord(member) && typeof member._key === 'string' ? {_key: member._key} : at
