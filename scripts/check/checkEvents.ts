import type {SanityClient} from '@sanity/client'
import canonicalize from 'canonicalize'
import {readCheckpoint, type GateDocument} from '../../plugins/claim-gate/node.ts'
import {documentsAt} from './documentsAt.ts'
import type {Life} from './readLives.ts'
import type {LogLine} from './readLogs.ts'

/** An event of a checkpoint, and the transaction that wrote it; none for what was there when the log begins. */
interface Written {
  account: string
  kind: string
  at: string
  line: LogLine | undefined
}

/** By what the event says. */
type Events = ReadonlyMap<string, Written>

/**
 * Each event of a checkpoint was written by the account that it names, when it says; and none was changed or taken away
 * since. Gives what is wrong.
 */
export async function faultsOfEvents(
  client: SanityClient,
  document: GateDocument,
  {log, made, isBroughtIn}: Life,
): Promise<string[]> {
  // What was written after the document was read is not of it.
  const end = log.findIndex(({id}) => id === document._rev)
  const lines = end < 0 ? log : log.slice(0, end + 1)
  const states = await Promise.all(
    lines.map(async ({id}) => {
      const [state] = await documentsAt(client, [document._id], {revision: id})
      return state
    }),
  )
  const written = new Map<string, Written>()
  for (const [at, state] of states.entries()) {
    const line = at === 0 && (!made || isBroughtIn) ? undefined : lines[at]
    for (const [event, said] of eventsIn(state, line))
      if (!written.has(event)) written.set(event, said)
  }
  const gone = lost(document, written)
  // What it was can be told only by events that are all there.
  const other = gone.length > 0 ? [] : altered(document, states)
  return [...forged(document, written), ...gone, ...other]
}

function forged(document: GateDocument, written: Events): string[] {
  return [...eventsIn(document, undefined).keys()].flatMap((event) => {
    const {account, kind, at, line} = written.get(event) ?? {}
    if (!line) return []
    const said = `says that ${account} did this to it: ${kind}`
    if (line.author !== account)
      return [
        `${said}, and ${line.author} wrote that: ask ${account}; if it is not so, take it out of its events`,
      ]
    const isLate = Math.abs(Date.parse(at ?? '') - Date.parse(line.timestamp)) > CLOCKS_MS
    return isLate
      ? [
          `${said} at ${at}, and the log says ${line.timestamp}: ask ${account}, whose clock may be wrong`,
        ]
      : []
  })
}

/** What was once signed stands there still, in the same order; what was forged may be taken out again. */
function lost(document: GateDocument, written: Events): string[] {
  const signed = [...written].flatMap(([event, {account, line}]) =>
    !line || line.author === account ? [event] : [],
  )
  const kept = [...eventsIn(document, undefined).keys()].filter((event) => signed.includes(event))
  return kept.join() === signed.join()
    ? []
    : ['lacks events that were signed, or has them in another order: put them back from an export']
}

/** Its owner is who opened it or took it over last; its kind and its launch stay what they were. */
function altered(document: GateDocument, states: readonly (GateDocument | undefined)[]): string[] {
  const now = readCheckpoint(document)
  const [first] = states.flatMap((state) => (state && readCheckpoint(state)) ?? [])
  if (!now || !first) return []
  const owning = now.events.findLast(({kind}) => kind === 'opened' || kind === 'tookOver')
  const isOwned = !owning || owning.account === now.owner
  return [
    ...(isOwned
      ? []
      : [
          `names ${now.owner || 'nobody'} as its owner, and by its signed events that is ${owning.account}: put that back`,
        ]),
    ...(['kind', 'group'] as const)
      .filter((field) => now[field] !== first[field])
      .map(
        (field) => `has another ${field} than at first (${first[field] ?? 'none'}): put that back`,
      ),
  ]
}

/** The clock of a person's machine may be wrong. */
const CLOCKS_MS = 24 * 3_600_000

function eventsIn(document: GateDocument | undefined, line: LogLine | undefined): Events {
  const events: unknown[] = Array.isArray(document?.events) ? document.events : []
  return new Map(
    events.flatMap((event) => {
      const text = canonicalize(event) ?? ''
      if (typeof event !== 'object' || event === null) return []
      const field = (name: string): string => {
        const value = Object.entries(event).find(([key]) => key === name)?.[1]
        return typeof value === 'string' ? value : ''
      }
      return [
        [text, {account: field('account'), kind: field('kind'), at: field('at'), line}] as const,
      ]
    }),
  )
}
