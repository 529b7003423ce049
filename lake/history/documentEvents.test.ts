import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {sqliteStorage} from '../storage/sqliteStorage.ts'
import type {DocumentChange, LakeDocument, Storage, Transaction} from '../storage/storage.ts'
import {documentEvents} from './documentEvents.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lake-history-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(directory, {recursive: true})
})

const [DOCUMENT, DRAFT, VERSION] = ['doc', 'drafts.doc', 'versions.r1.doc']

/** Each step names the documents that a transaction leaves, and those that it removes with a minus. */
function logOf(steps: readonly string[]): Transaction[] {
  const now = new Map<string, LakeDocument>()
  return steps.map((step, at) => {
    const changes = step.split(' ').map((name): DocumentChange => {
      const id = name.replace('-', '')
      const before = now.get(id)
      if (name.startsWith('-')) now.delete(id)
      else now.set(id, documentOf(id, at))
      const after = now.get(id)
      return {id, ...(before ? {before} : {}), ...(after ? {after} : {})}
    })
    const timestamp = new Date(at * 1000).toISOString()
    return {id: `t${at}`, sequence: at + 1, timestamp, author: 'me', mutations: [], changes}
  })
}

const documentOf = (id: string, at: number): LakeDocument => ({
  _id: id,
  _type: 'thing',
  _rev: `t${at}`,
  _createdAt: 'then',
  _updatedAt: 'now',
  text: 'x'.repeat(10_000),
})

/** A store that was opened again, with everything in it filed but what comes after. */
function storeOf(steps: readonly string[], filed: number): Storage {
  const log = logOf(steps)
  const first = sqliteStorage(directory)
  first.append(log.slice(0, filed))
  first.close()
  const storage = sqliteStorage(directory)
  if (filed < log.length) storage.append(log.slice(filed))
  return storage
}

const LIFE = [
  DRAFT,
  DRAFT,
  `${DOCUMENT} -${DRAFT}`,
  DOCUMENT,
  DRAFT,
  `-${DOCUMENT}`,
  DRAFT,
  `-${DRAFT}`,
  DOCUMENT,
  `${VERSION} other`,
  DRAFT,
  `-${DOCUMENT} -${DRAFT}`,
  VERSION,
  `-${VERSION}`,
]

test.each([LIFE.length, 0, 5])(
  'a life is told without reading what was in the documents (%i transactions filed)',
  (filed) => {
    const storage = storeOf(LIFE, filed)
    const parse = vi.spyOn(JSON, 'parse')
    const of = (id: string) =>
      documentEvents(storage, id).map((event) => {
        const {type, documentVariantType, versionRevisionId} = event
        return [event.id, type, documentVariantType, versionRevisionId]
      })
    const told = of('doc')
    expect(told).toEqual([
      ['t11', 'deleteDocumentGroup', 'published', undefined],
      ['t10', 'createDocumentVersion', 'draft', 't10'],
      ['t8', 'createLiveDocument', 'published', undefined],
      ['t7', 'deleteDocumentVersion', 'draft', 't6'],
      ['t5', 'unpublishDocument', 'published', 't4'],
      ['t4', 'createDocumentVersion', 'draft', 't4'],
      ['t3', 'updateLiveDocument', 'published', undefined],
      ['t2', 'publishDocumentVersion', 'published', 't1'],
      ['t0', 'createDocumentVersion', 'draft', 't0'],
    ])
    expect(of('drafts.doc')).toEqual(told)
    expect(of('versions.r1.doc')).toEqual([
      ['t13', 'deleteDocumentVersion', 'version', 't12'],
      ['t9', 'createDocumentVersion', 'version', 't9'],
    ])
    expect(parse).not.toHaveBeenCalled()
    storage.close()
  },
)
