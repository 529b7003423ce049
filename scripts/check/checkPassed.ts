import type {SanityClient} from '@sanity/client'
import {
  gatedType,
  isOpen,
  readCheckpoint,
  sealId,
  type Checkpoint,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {inParts} from './pages.ts'
import {documentsAt} from './documentsAt.ts'
import {readLogs, type LogLine} from './readLogs.ts'

/** A checkpoint that is said to have passed, with the whole of its log. */
export interface Passed {
  checkpoint: Checkpoint
  log: readonly LogLine[]
}

/**
 * What passed went out with it: it was open until then, every member was out when it was closed, and of a launch both
 * sides went out with it. Gives what is wrong with each, by id.
 */
export async function faultsOfPassed(
  client: SanityClient,
  model: GateModel,
  passed: readonly Passed[],
): Promise<Map<string, string>> {
  const members = [...new Set(passed.flatMap(({checkpoint}) => checkpoint.members))]
  const [types, logs] = await Promise.all([
    typesOf(client, members),
    readLogs(client, [...members, ...members.map(sealId)]),
  ])
  const faults = new Map<string, string>()
  for (const each of passed) {
    const fault =
      (await closingFault(client, each)) ??
      (await memberFault(client, each)) ??
      sideFault(model, each, types, logs)
    if (fault !== undefined) faults.set(each.checkpoint._id, fault)
  }
  return faults
}

/** The transaction that closed it is the last one that touched it, and found it open with the same members. */
async function closingFault(
  client: SanityClient,
  {checkpoint: {_id, members}, log}: Passed,
): Promise<string | undefined> {
  const before = log.at(-2)
  const [stored] = before ? await documentsAt(client, [_id], {revision: before.id}) : []
  const earlier = stored && readCheckpoint(stored)
  const isSame =
    earlier && isOpen(earlier) && earlier.members.toSorted().join() === members.toSorted().join()
  return isSame
    ? undefined
    : 'is said to have passed, and was not open with these members until then: find out who wrote that, and have what it names go out together'
}

type Logs = ReadonlyMap<string, readonly LogLine[]>

const at = (line: LogLine | undefined): number => Date.parse(line?.timestamp ?? '')

async function memberFault(
  client: SanityClient,
  {checkpoint, log}: Passed,
): Promise<string | undefined> {
  const time = log.at(-1)?.timestamp ?? ''
  const out = new Set((await documentsAt(client, checkpoint.members, {time})).map(({_id}) => _id))
  const late = checkpoint.members.find((id) => !out.has(id))
  return late === undefined
    ? undefined
    : `is said to have passed, and ${late} was not out then: whoever wrote that lets it out without the others; have them go out together`
}

function sideFault(
  model: GateModel,
  {checkpoint, log}: Passed,
  types: ReadonlyMap<string, string>,
  logs: Logs,
): string | undefined {
  const {kind, members} = checkpoint
  // Of what was deleted since, nobody knows what it was.
  if (kind !== 'launch' || !members.every((id) => types.has(id))) return undefined
  const [opened, closed] = [at(log[0]), at(log.at(-1))]
  const wentOutWithIt = members.filter(
    (id) =>
      (logs.get(id) ?? []).some((line) => at(line) >= opened && at(line) <= closed) ||
      at(logs.get(sealId(id))?.[0]) >= opened,
  )
  const sides = wentOutWithIt.map((id) => gatedType(model, types.get(id) ?? '')?.side)
  const missing = (['content', 'training'] as const).find((side) => !sides.includes(side))
  return (
    missing &&
    `is said to have passed as a launch, and nothing for ${missing} went out with it: whoever wrote that lets the other side out alone; have both go out together`
  )
}

/** As many ids as are asked for at once. */
const PART = 500

async function typesOf(
  client: SanityClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await inParts(ids, PART, (part) =>
    client.fetch<GateDocument[]>('*[_id in $ids]{_id, _type}', {ids: part}),
  )
  return new Map(found.map(({_id, _type}) => [_id, _type]))
}
