import type {Reason} from './claimColumn.ts'
import type {LibraryIndex} from './indexLibrary.ts'
import type {Source, SourceType} from './library.ts'
import {namesWithPlace, type Place} from './readPlace.ts'
import {splitCell} from './splitCell.ts'

export interface Found {
  source: Source
  /** Said beside the name. */
  place?: Place
}

const DOI = /\b10\.\d{4,9}\/[^\s;|,"”)]+/gu

/** Everything that a cell names, in its order: the whole cell where that is a name, otherwise its parts. */
export function findSources(
  index: LibraryIndex,
  type: SourceType,
  cell: string,
): (Found | Reason)[] {
  const whole = findOne(index, type, cell)
  if (whole !== undefined) return [whole]
  const parts = splitCell(cell)
  if (parts.length > 1) return parts.flatMap((part) => findSources(index, type, part))
  return [{key: `${type}.unknown`, params: {name: shortened(parts[0] ?? cell)}}]
}

/** What is named, with or without a place; a reason where several are; `undefined` where nothing is. */
function findOne(index: LibraryIndex, type: SourceType, text: string): Found | Reason | undefined {
  const named = only(index.sourcesOf(type, text), type, text)
  if (named !== undefined || type !== 'evidence') return named
  for (const {name, place} of namesWithPlace(text)) {
    const found = findNamed(index, name)
    if (found !== undefined) return 'source' in found ? {...found, place} : found
  }
  return findByDoi(index, text)
}

const findNamed = (index: LibraryIndex, name: string): Found | Reason | undefined =>
  only(index.sourcesOf('evidence', name), 'evidence', name) ?? findByDoi(index, name)

/** By the only DOI in a written-out citation. */
function findByDoi(index: LibraryIndex, text: string): Found | Reason | undefined {
  const numbers = [...text.matchAll(DOI)].map(([number]) => number.replace(/\.+$/u, ''))
  const [number, ...more] = numbers
  if (number === undefined || more.length > 0) return undefined
  return only(index.sourcesOf('evidence', number), 'evidence', number)
}

function only(
  sources: readonly Source[],
  type: SourceType,
  name: string,
): Found | Reason | undefined {
  const [source, ...more] = sources
  if (source === undefined) return undefined
  if (more.length === 0) return {source}
  const others = sources.map(({id}) => id).join(', ')
  return {key: `${type}.several`, params: {name: shortened(name), others: shortened(others)}}
}

/** Enough of a text to know it again. */
const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
