import type {SanityClient} from '@sanity/client'
import {
  fetchOpen,
  readCheckpoint,
  type Checkpoint,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {faultsOfEvents} from './checkEvents.ts'
import {faultsOfPassed} from './checkPassed.ts'
import type {Imports} from './createImports.ts'
import {inParts, pagesOf} from './pages.ts'
import {readLives, type Life} from './readLives.ts'
import type {Finding} from './report.ts'

/**
 * A document belongs to one open checkpoint at most; what was done to one was done by whom it says, and what it holds
 * follows from that; and what is said to have passed went out with it.
 */
export async function checkCheckpoints(
  client: SanityClient,
  model: GateModel,
  imports: Imports,
): Promise<Finding[]> {
  const findings = await inTwo(client)
  for await (const page of pagesOf(client, 'checkpoint')) {
    // What is laid ready for a publication under way is a draft.
    const stored = page.filter(({_id}) => !/^(?:drafts|versions)\./u.test(_id))
    const lifeOf = await readLives(client, stored)
    const known = stored.map((document): Known => {
      const life = lifeOf(document)
      imports.add(document._id, life)
      return {document, checkpoint: readCheckpoint(document), life}
    })
    findings.push(...(await faultsOf(client, model, known)))
  }
  return findings
}

interface Known {
  document: GateDocument
  checkpoint: Checkpoint | undefined
  life: Life
}

async function faultsOf(
  client: SanityClient,
  model: GateModel,
  known: readonly Known[],
): Promise<Finding[]> {
  const passed = await faultsOfPassed(
    client,
    model,
    known.flatMap(({checkpoint, life}) =>
      checkpoint?.outcome === 'passed' && wasClosedHere(life) ? [{checkpoint, log: life.log}] : [],
    ),
  )
  const joined = await joinedIn(client, known)
  const all = await inParts(known, EVENTS_AT_ONCE, (part) =>
    Promise.all(
      part.map(async ({document, checkpoint, life}) => {
        const {_id} = document
        if (!checkpoint)
          return [about(_id, 'cannot be read, and holds nothing: put it back from an export')]
        const fault = passed.get(_id)
        const events = await faultsOfEvents(client, document, life)
        return [
          ...[...events, ...unsaid(checkpoint, joined)].map((message) => about(_id, message)),
          ...(fault === undefined ? [] : [about(_id, fault)]),
        ]
      }),
    ),
  )
  return all.flat()
}

const EVENTS_AT_ONCE = 8

/** Of one that was brought in as it is, nothing is known of how it was closed. */
const wasClosedHere = ({made, isBroughtIn, log}: Life): boolean =>
  made !== undefined && (!isBroughtIn || log.length > 1)

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

/** Members come and go, and a checkpoint is given up or merged, by signed events alone. */
function unsaid(checkpoint: Checkpoint, joined: ReadonlyMap<string, Checkpoint>): string[] {
  const {members, outcome, events} = checkpoint
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
    ...(differs
      ? [
          'holds other documents than its signed events say: put its members back as they were, and add or remove them in the Studio',
        ]
      : []),
    ...(isUnsigned
      ? [
          `is ${outcome}, and nobody signed that: find out who wrote it, and open another with these members`,
        ]
      : []),
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
