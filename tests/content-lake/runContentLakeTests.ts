import {afterAll, beforeAll, describe} from 'vitest'
import {actionCases} from './actionCases.ts'
import {documentCases} from './documentCases.ts'
import {historyCases} from './historyCases.ts'
import {listenCases} from './listenCases.ts'
import {mutationCases} from './mutationCases.ts'
import {patchCases} from './patchCases.ts'
import {queryCases} from './queryCases.ts'
import {referenceCases} from './referenceCases.ts'
import type {Cases, ContentLakeTarget, OpenContentLake} from './target.ts'

const GROUPS: Readonly<Record<string, Cases>> = {
  mutations: mutationCases,
  patches: patchCases,
  references: referenceCases,
  actions: actionCases,
  queries: queryCases,
  'documents by id': documentCases,
  listening: listenCases,
  history: historyCases,
}

/** The contract that every Content Lake keeps, embedded or hosted, driven by the real client. */
export function runContentLakeTests(target: ContentLakeTarget): void {
  describe(`Content Lake ${target.name}`, () => {
    let open: OpenContentLake | undefined
    beforeAll(async () => {
      open = await target.open()
    })
    afterAll(() => open?.close())
    describe.each(Object.entries(GROUPS))('%s', (_, cases) => {
      cases(() => {
        if (!open) throw new Error('The lake is not open yet')
        return open
      })
    })
  })
}
