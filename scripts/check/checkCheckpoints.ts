import type {SanityClient} from '@sanity/client'
import {fetchOpen, readCheckpoint} from '../../plugins/claim-gate/node.ts'
import {pagesOf} from './pages.ts'
import {readLogs} from './readLogs.ts'
import type {Finding} from './report.ts'

/** A document belongs to one open checkpoint at most, and what was done to one was done by whom it says. */
export async function checkCheckpoints(client: SanityClient): Promise<Finding[]> {
  return [...(await inTwo(client)), ...(await byOthers(client))]
}

async function inTwo(client: SanityClient): Promise<Finding[]> {
  const open = await fetchOpen(client)
  const named = open.flatMap(({_id, members}) => members.map((doc) => ({_id, doc})))
  return [...Map.groupBy(named, ({doc}) => doc)].flatMap(([doc, all]) =>
    all.length < 2
      ? []
      : [
          {
            about: 'checkpoint' as const,
            id: doc,
            message: `belongs to ${all.map(({_id}) => _id).join(' and ')}: merge them, or take it out of one`,
          },
        ],
  )
}

/** Each event names an account; the log knows who wrote, as far as it reaches back. */
async function byOthers(client: SanityClient): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const page of pagesOf(client, 'checkpoint')) {
    const logs = await readLogs(
      client,
      page.map(({_id}) => _id),
    )
    for (const document of page) {
      const {_id, _createdAt} = document
      const log = logs.get(_id) ?? []
      const isWhole = log.some(
        ({timestamp}) => Date.parse(timestamp) === Date.parse(_createdAt ?? ''),
      )
      const checkpoint = readCheckpoint(document)
      if (!checkpoint) {
        findings.push({about: 'checkpoint', id: _id, message: 'cannot be read, and holds nothing'})
        continue
      }
      // A hosted project keeps its log for some days only: what is no longer in it can be neither confirmed nor denied.
      if (!isWhole) continue
      const writers = new Set(log.map(({author}) => author))
      const forged = checkpoint.events.filter(({account}) => !writers.has(account))
      for (const {kind, account} of forged) {
        const message = `says that ${account} did this to it: ${kind}; the log knows of nothing that ${account} wrote`
        findings.push({about: 'checkpoint', id: _id, message})
      }
    }
  }
  return findings
}
