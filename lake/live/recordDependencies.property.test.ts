import {fc} from '@fast-check/vitest'
import {describe, expect, test} from 'vitest'
import {readableDocuments} from '../access/readableDocuments.ts'
import {isPublishedId} from '../documentIds.ts'
import {documents, PARAMS, query} from '../groq/arbitraryQueries.ts'
import {runQuery} from '../groq/runQuery.ts'
import {createDocumentSet, type WritableDocumentSet} from '../storage/createDocumentSet.ts'
import type {DocumentChange, LakeDocument} from '../storage/storage.ts'
import {createCopies} from './createCopies.ts'
import {recordDependencies} from './recordDependencies.ts'
import {tagsOf, type Audience} from './tagsOf.ts'

const seed = Number(process.env.FUZZ_SEED ?? 20_261_124)
const numRuns = Number(process.env.FUZZ_RUNS ?? 1500)
const now = new Date('2026-11-24T12:00:00Z')

function setOf(stored: readonly LakeDocument[]): WritableDocumentSet {
  const set = createDocumentSet()
  stored.forEach((document) => set.put(document))
  return set
}

async function ask(
  text: string,
  set: WritableDocumentSet,
  perspective: readonly string[],
  isKnown = true,
): Promise<{result: string; tags: string[]}> {
  const recorded = recordDependencies(readableDocuments(set, isKnown))
  const options = {query: text, params: PARAMS, perspective, now, identity: 'me'}
  const result = JSON.stringify((await runQuery({...options, documents: recorded})) ?? null)
  return {result, tags: recorded.tags()}
}

/** Puts documents, or removes what is there: a third of them. */
function commit(set: WritableDocumentSet, next: readonly LakeDocument[]): DocumentChange[] {
  return next.map((after) => {
    const before = set.get(after._id)
    const isRemoval = before !== undefined && after._type === 'seal'
    if (isRemoval) set.remove(after._id)
    else set.put(after)
    return {
      id: after._id,
      ...(before ? {before} : {}),
      ...(isRemoval ? {} : {after}),
    }
  })
}

describe(`a commit that changes an answer is announced with one of its tags (seed ${seed})`, () => {
  const cases: {perspective: string[]; audience: Audience; isKnown?: boolean}[] = [
    {perspective: ['raw'], audience: 'all'},
    {perspective: ['published'], audience: 'published'},
    {perspective: ['drafts'], audience: 'all'},
    {perspective: ['r2', 'r1', 'drafts'], audience: 'all'},
    {perspective: ['published'], audience: 'published', isKnown: false},
    {perspective: ['raw'], audience: 'published', isKnown: false},
  ]
  test.for(cases)(
    'in the perspective $perspective, told of $audience, known: $isKnown',
    async ({perspective, audience, isKnown = true}) => {
      let changed = 0
      await fc.assert(
        fc.asyncProperty(
          documents,
          query,
          fc.array(documents, {minLength: 1, maxLength: 2}),
          async (stored, text, transactions) => {
            const set = setOf(stored)
            const first = await ask(text, set, perspective, isKnown)
            const copies = createCopies(set)
            const announced = new Set<string>()
            for (const next of transactions) {
              const changes = commit(set, next.slice(0, 2))
              copies.note(changes)
              tagsOf(changes, copies, audience).forEach((tag) => announced.add(tag))
            }
            const second = await ask(text, set, perspective, isKnown)
            if (first.result === second.result) return
            changed += 1
            expect(first.tags.some((tag) => announced.has(tag))).toBe(true)
          },
        ),
        {seed, numRuns: Math.ceil(numRuns / 3)},
      )
      expect(changed).toBeGreaterThan(0)
    },
  )
})

describe('tags', () => {
  const document = (_id: string, _type: string, fields: object = {}): LakeDocument => ({
    ...fields,
    _id,
    _type,
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
  })
  const stored = [
    document('a', 'post', {author: {_ref: 'anna'}}),
    document('b', 'post'),
    document('anna', 'author'),
    document('tom', 'author'),
  ]
  const isConcerned = async (text: string, after: LakeDocument): Promise<boolean> => {
    const set = setOf(stored)
    const {tags} = await ask(text, set, ['drafts'])
    const before = set.get(after._id)
    set.put(after)
    const change = {id: after._id, after, ...(before ? {before} : {})}
    const announced = tagsOf([change], createCopies(set), 'all')
    return tags.some((tag) => announced.includes(tag))
  }

  test.for([
    ['*[_type == "post"]{author->}', 'a', 'post', true],
    ['*[_type == "post"]{author->}', 'new', 'post', true],
    ['*[_type == "post"]{author->}', 'anna', 'author', true],
    ['*[_type == "post"]{author->}', 'tom', 'author', false],
    ['*[_id == "a"]', 'b', 'post', false],
    ['*[_id == "a"]', 'drafts.a', 'post', true],
    ['*[_id == "none"]', 'none', 'author', true],
    ['*[references("anna")]', 'a', 'post', true],
    ['*[references("anna")]', 'b', 'post', false],
    ['*[author._ref == "anna"]', 'tom', 'author', true],
  ] as const)('of %s, when %s changes', async ([text, id, type, expected]) => {
    expect(await isConcerned(text, document(id, type))).toBe(expected)
  })

  test('do not say what they stand for, and are few however much an answer rests on', async () => {
    const many = Array.from({length: 300}, (_, index) =>
      document(`p${index}`, 'post', {author: {_ref: `x${index}`}}),
    )
    const {tags} = await ask('*[_type == "post"]{author->}', setOf(many), ['raw'])
    expect(tags).toHaveLength(1)
    const listed = await ask('*[_type == "post"]', setOf(many), ['drafts'])
    expect(listed.tags).toHaveLength(1)
    expect(listed.tags).not.toEqual(tags)
    expect([...tags, ...listed.tags].every((tag) => /^s1:[\w-]{11}$/u.test(tag))).toBe(true)
  })

  test('of an answer hold for whoever is told nothing of drafts', async () => {
    const listed = document('versions.r1.a', 'post', {self: {_ref: 'a'}})
    const set = setOf([listed, document('b', 'post', {other: {_ref: 'a'}})])
    const {tags} = await ask('*[references("a")].other->', set, ['published'])
    const unlisted = document('versions.r1.a', 'post')
    set.put(unlisted)
    const after = document('a', 'author')
    set.put(after)
    const announced = tagsOf([{id: 'a', after}], createCopies(set), 'published')
    expect(tags.some((tag) => announced.includes(tag))).toBe(true)
  })

  test('of drafts are not told to who did not ask for them', () => {
    const after = document('drafts.a', 'post')
    const changes = [{id: after._id, after}]
    expect(isPublishedId(after._id)).toBe(false)
    const copies = createCopies(setOf([after]))
    expect(tagsOf(changes, copies, 'published')).toEqual([])
    expect(tagsOf(changes, copies, 'all')).not.toEqual([])
  })
})
