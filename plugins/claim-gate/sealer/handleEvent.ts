import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import {idAt, isRecord, textAt, textsAt, type JsonRecord} from '../model/record.ts'
import {bringUpToDate, type SealerReport} from './bringUpToDate.ts'
import type {SealerEvent} from './sealerEvent.ts'
import {handleReview, isOfReview} from './removedReview.ts'

/**
 * The sealer: makes the seals of everything that an event concerns say what the verdicts say. It takes ids from the event
 * and nothing else: one that comes twice, late or out of order does no harm.
 * @throws AggregateError as `handleIds`.
 */
export async function handleEvent(
  event: SealerEvent,
  model: GateModel,
  client: SanityClient,
): Promise<SealerReport> {
  const opened = isOfReview(event) ? await handleReview(client, event) : undefined
  const {sealed, incidents} = await handleIds(touchedIds(event, model), model, client)
  return {sealed, incidents: [...incidents, ...(opened === undefined ? [] : [opened])]}
}

/**
 * The published ids that an event concerns: of a review its subject, of a checkpoint its present and former members, of
 * an agreement its group. A
 * draft or version concerns nobody until it is published.
 */
export function touchedIds({documentId, before, after}: SealerEvent, model: GateModel): string[] {
  if (publishedIdOf(documentId) !== documentId) return []
  const states = [before, after].filter(isRecord)
  if (states.length === 0) return [documentId]
  return [...new Set(states.flatMap((state) => namedBy(state, model) ?? [documentId]))]
}

/** What a document of the gate is about; nothing for one that is itself what the gate holds. */
function namedBy(state: JsonRecord, {options: {agreement}}: GateModel): string[] | undefined {
  if (state._type === 'checkpoint') return textsAt(state, 'members')
  // What rests on the group is brought up to date with it.
  if (agreement && state._type === agreement.type) {
    const group = idAt(state, agreement.groupPath)
    return group === undefined ? [] : [group]
  }
  if (state._type !== 'review') return undefined
  const subject = textAt(state, 'subject')
  return subject === undefined ? [] : [subject]
}

/**
 * Brings documents, and all that rest on them, up to date; one that cannot be sealed keeps the others from nothing.
 * @throws AggregateError with an error for each document that could not be brought up to date.
 */
export async function handleIds(
  ids: readonly string[],
  model: GateModel,
  client: SanityClient,
): Promise<SealerReport> {
  if (ids.length === 0) return {sealed: [], incidents: []}
  try {
    return await bringUpToDate(client, model, ids)
  } catch (error) {
    const [only] = ids
    if (only !== undefined && ids.length === 1) throw together([about(only, error)])
    return oneByOne(ids, model, client)
  }
}

async function oneByOne(
  ids: readonly string[],
  model: GateModel,
  client: SanityClient,
): Promise<SealerReport> {
  const reports: SealerReport[] = []
  const errors: Error[] = []
  for (const id of ids) {
    await bringUpToDate(client, model, [id]).then(
      (report) => reports.push(report),
      (error: unknown) => errors.push(about(id, error)),
    )
  }
  if (errors.length > 0) throw together(errors)
  return {
    sealed: reports.flatMap(({sealed}) => sealed),
    incidents: reports.flatMap(({incidents}) => incidents),
  }
}

/** Says which document an error is about. */
const about = (id: string, error: unknown): Error =>
  new Error(
    `${id} was not brought up to date: ${error instanceof Error ? error.message : String(error)}`,
    {
      cause: error,
    },
  )

const together = (errors: readonly Error[]): AggregateError =>
  new AggregateError(errors, errors.map(({message}) => message).join('\n'))
