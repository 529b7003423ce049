import type {SanityClient} from '@sanity/client'
import {
  fetchOpen,
  gatedType,
  readCheckpoint,
  sealId,
  type Checkpoint,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {inParts, pagesOf} from './pages.ts'
import {readLogs, type LogLine} from './readLogs.ts'
import type {Finding} from './report.ts'

/** As many ids as are asked for at once. */
const PART = 500

/**
 * A document belongs to one open checkpoint at most, what was done to one was done by whom it says, and what is said to
 * have passed has been out.
 */
export async function checkCheckpoints(client: SanityClient, model: GateModel): Promise<Finding[]> {
  const findings = await inTwo(client)
  for await (const page of pagesOf(client, 'checkpoint')) {
    const logs = await readLogs(
      client,
      page.map(({_id}) => _id),
    )
    const read = page.map((document) => ({document, checkpoint: readCheckpoint(document)}))
    const passed = read.flatMap(({checkpoint}) =>
      checkpoint?.outcome === 'passed' ? [checkpoint] : [],
    )
    const found = read.flatMap(({document, checkpoint}) =>
      checkpoint
        ? byOthers(document, checkpoint, logs.get(document._id) ?? [])
        : [about(document._id, 'cannot be read, and holds nothing')],
    )
    findings.push(...found, ...(await notPassed(client, model, passed)))
  }
  return findings
}

const about = (id: string, message: string): Finding => ({about: 'checkpoint', id, message})

async function inTwo(client: SanityClient): Promise<Finding[]> {
  const open = await fetchOpen(client)
  const named = open.flatMap(({_id, members}) => members.map((doc) => ({_id, doc})))
  return [...Map.groupBy(named, ({doc}) => doc)].flatMap(([doc, all]) => {
    const names = all.map(({_id}) => _id).join(' and ')
    return all.length < 2
      ? []
      : [about(doc, `belongs to ${names}: merge them, or take it out of one`)]
  })
}

/** Each event names an account; the log knows who wrote, as far as it reaches back. */
function byOthers(
  {_id, _createdAt}: GateDocument,
  {events}: Checkpoint,
  log: readonly LogLine[],
): Finding[] {
  const created = Date.parse(_createdAt ?? '')
  const isWhole = log.some(({timestamp}) => Date.parse(timestamp) === created)
  // A hosted project keeps its log for some days only: what is no longer in it can be neither confirmed nor denied.
  if (!isWhole) return []
  const writers = new Set(log.map(({author}) => author))
  return events
    .filter(({account}) => !writers.has(account))
    .map(({kind, account}) =>
      about(
        _id,
        `says that ${account} did this to it: ${kind}; the log knows of nothing that ${account} wrote`,
      ),
    )
}

/** What passed let its members out, so each was out, and a launch had both sides. */
async function notPassed(
  client: SanityClient,
  model: GateModel,
  passed: readonly Checkpoint[],
): Promise<Finding[]> {
  const members = [...new Set(passed.flatMap((checkpoint) => checkpoint.members))]
  const types = await typesOf(client, members)
  return passed.flatMap((checkpoint) => {
    const {_id, kind} = checkpoint
    const never = checkpoint.members.filter((id) => !types.has(id) && !types.has(sealId(id)))
    if (never.length > 0)
      return never.map((id) =>
        about(
          _id,
          `is said to have passed, and ${id} has never been out: whoever wrote that lets it out without the others`,
        ),
      )
    // Of what was deleted since, nobody knows what it was.
    if (kind !== 'launch' || !checkpoint.members.every((id) => types.has(id))) return []
    const sides = checkpoint.members.map((id) => gatedType(model, types.get(id) ?? '')?.side)
    return (['content', 'training'] as const)
      .filter((side) => !sides.includes(side))
      .map((side) =>
        about(
          _id,
          `is said to have passed as a launch, and has nothing for ${side}: whoever wrote that lets the other side out alone`,
        ),
      )
  })
}

/** The type of each that is published, seals among them. */
async function typesOf(
  client: SanityClient,
  members: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await inParts([...members, ...members.map(sealId)], PART, (ids) =>
    client.fetch<GateDocument[]>('*[_id in $ids]{_id, _type}', {ids}),
  )
  return new Map(found.map(({_id, _type}) => [_id, _type]))
}
