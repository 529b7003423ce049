import type {ClaimCopies, Library, Source, SourceType} from './library.ts'
import {plainName} from './plainName.ts'

/** A library in which names and codes are found at once, however many rows ask. */
export interface LibraryIndex {
  /** Every claim of which a copy carries the code. */
  claimsOf(code: string): readonly ClaimCopies[]
  sourcesOf(type: SourceType, name: string): readonly Source[]
  isTaken(id: string): boolean
}

export function indexLibrary({claims, sources, takenIds}: Library): LibraryIndex {
  const byCode = new Map<string, Set<ClaimCopies>>()
  for (const claim of claims)
    for (const copy of [claim.draft, claim.published, ...claim.versions])
      if (typeof copy?.code === 'string') add(byCode, copy.code, claim)
  const byName = new Map<string, Set<Source>>()
  for (const source of sources)
    for (const name of source.names) add(byName, `${source.type} ${plainName(name)}`, source)
  const taken = new Set([...takenIds, ...claims.map(({id}) => id)])
  return {
    claimsOf: (code) => [...(byCode.get(code) ?? [])],
    sourcesOf: (type, name) => [...(byName.get(`${type} ${plainName(name)}`) ?? [])],
    isTaken: (id) => taken.has(id),
  }
}

function add<T>(index: Map<string, Set<T>>, key: string, value: T): void {
  const found = index.get(key) ?? new Set<T>()
  index.set(key, found.add(value))
}
