import {canonicalText} from '../fingerprint/canonicalText.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {instantOf, isCalendarDay, startOfDay} from './instant.ts'

/** A document's own first and last instant in force, ISO 8601; `malformed` names a date that cannot be read. */
export interface OwnDates {
  validFrom?: string
  validUntil?: string
  malformed?: string
}

/** Reads a document's own dates: `until` is the last day in force, so it ends when the next day begins. */
export function ownDates(model: GateModel, document: GateDocument): OwnDates {
  const {dates, timeZone = 'UTC'} = model.options
  const from = read(at(document, dates.from), (day) => startOfDay(day, timeZone))
  const until = read(at(document, dates.until), (day) => startOfDay(day, timeZone, 1))
  const malformed =
    from === 'malformed' ? dates.from : until === 'malformed' ? dates.until : undefined
  if (malformed !== undefined) return {malformed}
  return {...(from ? {validFrom: from} : {}), ...(until ? {validUntil: until} : {})}
}

const at = (document: GateDocument, name: string | undefined): unknown =>
  name === undefined ? undefined : document[name]

/** Text as it counts in the fingerprint, so that one content has one date. */
function read(found: unknown, toInstant: (day: string) => string): string | undefined {
  const value = typeof found === 'string' ? canonicalText(found, false) : found
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return 'malformed'
  if (isCalendarDay(value)) return toInstant(value)
  const instant = instantOf(value)
  return Number.isNaN(instant) ? 'malformed' : new Date(instant).toISOString()
}
