import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {startLake} from '../support/startLake.ts'
import {runContentLakeTests} from './runContentLakeTests.ts'
import {idsOfRun, type OpenContentLake} from './target.ts'

async function openEmbedded(directory?: string): Promise<OpenContentLake> {
  const running = await startLake(directory === undefined ? {} : {directory})
  return {
    client: running.clientFor('administrator'),
    id: idsOfRun().id,
    embedded: running,
    close: () => running.lake.close(),
  }
}

runContentLakeTests({name: 'in memory', open: () => openEmbedded()})

runContentLakeTests({
  name: 'on disk',
  async open() {
    const directory = await mkdtemp(join(tmpdir(), 'content-lake-'))
    const lake = await openEmbedded(directory)
    return {
      ...lake,
      async close() {
        await lake.close()
        await rm(directory, {recursive: true})
      },
    }
  },
})

const {SANITY_TEST_PROJECT_ID, SANITY_TEST_DATASET, SANITY_TEST_TOKEN} = process.env

// Only where somebody names a hosted project and a token that may write to it.
if (SANITY_TEST_PROJECT_ID && SANITY_TEST_DATASET && SANITY_TEST_TOKEN) {
  const client = createClient({
    projectId: SANITY_TEST_PROJECT_ID,
    dataset: SANITY_TEST_DATASET,
    token: SANITY_TEST_TOKEN,
    apiVersion: '2026-11-01',
    useCdn: false,
    perspective: 'raw',
  })
  runContentLakeTests({
    name: 'hosted',
    async open() {
      const {prefix, id} = idsOfRun()
      return {
        client,
        id,
        async close() {
          await client.delete({
            query:
              '*[string::startsWith(_id, $prefix) || string::startsWith(_id, "drafts." + $prefix)]',
            params: {prefix},
          })
        },
      }
    },
  })
}
