import {expect, test} from 'vitest'
import {draftIdOf, publishedIdOf} from './documentIds.ts'

test.each([
  ['a', 'a'],
  ['drafts.a', 'a'],
  ['drafts.a.b', 'a.b'],
  ['versions.spring.a', 'a'],
  ['versions.spring.a.b', 'a.b'],
  ['seal-drafts.', 'seal-drafts.'],
  ['my.versions.', 'my.versions.'],
])('%s is or will be published as %s, and is drafted beside it', (id, published) => {
  expect(publishedIdOf(id)).toBe(published)
  expect(draftIdOf(id)).toBe(`drafts.${published}`)
})
