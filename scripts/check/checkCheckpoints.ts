import type {SanityClient} from '@sanity/client'
import {
  fetchOpen,
  readCheckpoint,
  type Checkpoint,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {faultsOfPassed} from './checkPassed.ts'
import {inParts, pagesOf} from './pages.ts'
import {isWhole, readLogs, type LogLine} from './readLogs.ts'
import type {Finding} from './report.ts'

/**
 * A document belongs to one open checkpoint at most; what was done to one was done by whom it says, and what it holds
 * follows from that; and what is said to have passed went out with it.
 */
export async function checkCheckpoints(client: SanityClient, model: GateModel): Promise<Finding[]> {
  const findings = await inTwo(client)
  for await (const page of pagesOf(client, 'checkpoint')) {
    // What is laid ready for a publication under way is a draft.
    const stored = page.filter(({_id}) => !/^(?:drafts|versions)\./u.test(_id))
    const logs = await readLogs(
      client,
      stored.map(({_id}) => _id),
    )
    const known = stored.map((document): Known => {
      const {_id} = document
      const log = logs.get(_id) ?? []
      return {id: _id, checkpoint: readCheckpoint(document), log, isWhole: isWhole(document, log)}
    })
    findings.push(...(await faultsOf(client, model, known)))
  }
  return findings
}

interface Known {
  id: string
  checkpoint: Checkpoint | undefined
  log: readonly LogLine[]
  /** A hosted project keeps its log for some days only: what is no longer in it can be neither confirmed nor denied. */
  isWhole: boolean
}

async function faultsOf(
  client: SanityClient,
  model: GateModel,
  known: readonly Known[],
): Promise<Finding[]> {
  const whole = known.filter((each) => each.isWhole)
  const passed = await faultsOfPassed(
    client,
    model,
    whole.flatMap(({checkpoint, log}) =>
      checkpoint?.outcome === 'passed' ? [{checkpoint, log}] : [],
    ),
  )
  const joined = await joinedIn(client, known)
  return known.flatMap(({id, checkpoint, log, isWhole: isKnown}) => {
    if (!checkpoint) return [about(id, 'cannot be read, and holds nothing')]
    const fault = passed.get(id)
    return [
      ...(isKnown ? byOthers(checkpoint, log) : []),
      ...unsaid(checkpoint, joined),
      ...(fault === undefined ? [] : [about(id, fault)]),
    ]
  })
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

/** Each event names an account; the log knows who wrote. */
function byOthers({_id, events}: Checkpoint, log: readonly LogLine[]): Finding[] {
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

/** Members come and go, and a checkpoint is given up or merged, by signed events alone. */
function unsaid(checkpoint: Checkpoint, joined: ReadonlyMap<string, Checkpoint>): Finding[] {
  const {_id, members, outcome, events} = checkpoint
  const said = new Set<string>()
  for (const {kind, doc} of events) {
    if (doc === undefined) continue
    if (kind === 'added') said.add(doc)
    if (kind === 'removed') said.delete(doc)
    if (kind === 'merged') joined.get(doc)?.members.forEach((member) => said.add(member))
  }
  // Closed by it, it kept its own members.
  const isMerged = outcome === 'merged'
  const differs = isMerged
    ? members.some((id) => !said.has(id))
    : said.size !== members.length || members.some((id) => !said.has(id))
  const isUnsigned =
    (isMerged || outcome === 'abandoned') && !events.some(({kind}) => kind === outcome)
  return [
    ...(differs ? [about(_id, 'holds other documents than its signed events say')] : []),
    ...(isUnsigned ? [about(_id, `is ${outcome}, and nobody signed that`)] : []),
  ]
}

/** The checkpoints that events of these speak of, by id. */
async function joinedIn(
  client: SanityClient,
  known: readonly Known[],
): Promise<ReadonlyMap<string, Checkpoint>> {
  const ids = known.flatMap(({checkpoint}) =>
    (checkpoint?.events ?? []).flatMap(({kind, doc}) => (kind === 'merged' && doc ? [doc] : [])),
  )
  const stored = await inParts([...new Set(ids)], PART, (part) =>
    client.fetch<GateDocument[]>('*[_id in $ids]', {ids: part}),
  )
  const read = stored.flatMap((document) => readCheckpoint(document) ?? [])
  return new Map(read.map((checkpoint) => [checkpoint._id, checkpoint]))
}

/** As many ids as are asked for at once. */
const PART = 500
