import type {GateDocument} from './gateModel.ts'
import {isRecord, listAt, textAt, textsAt, type JsonRecord} from './record.ts'

/** A member of a closure with the fingerprint that was seen. */
export interface Pin {
  doc: string
  fingerprint: string
}

/** A fingerprint on which dependants may rest, for ever or until an instant (ISO 8601 date-time). */
export interface Accept {
  fingerprint: string
  until?: string
}

/** What a reviewer says of certain words; it stays with them. */
export interface Remark {
  /** Of the field, as Sanity writes paths: `body[_key=="a"]`. */
  path: string
  /** The words that are meant, as they stood. */
  quote: string
  text: string
  /** The words that were approved in place of the quote. */
  replacement?: string
  /** It has to be met before this role approves. */
  must: boolean
}

export const DECISIONS = [
  'approved',
  'approvedWithChanges',
  'changesRequested',
  'carriedForward',
  'withdrawn',
] as const
export type Decision = (typeof DECISIONS)[number]

/** One person's signature in one role on one fixed content; never changed once written. */
export interface Review {
  _id: string
  _createdAt: string
  subject: string
  fingerprint: string
  /** The world that was read: `published`, a checkpoint's id or a release's id. */
  basis: string
  pins: readonly Pin[]
  role: string
  decision: Decision
  carries: readonly Accept[]
  remarks: readonly Remark[]
  /** Id of the newest withdrawal that was known when it was signed; absent when there was none. */
  since?: string
  /** Accounts that changed the content since it was approved last; absent when the log did not reach back so far. */
  editors?: readonly string[]
  meaning: string
  /** Account id. */
  reviewer: string
  reviewerName: string
  /** ISO 8601 date-time. */
  signedAt: string
  comment?: string
  snapshots: readonly string[]
  /** A request for changes to content that is out: a task, which cancels nothing. */
  inForce: boolean
}

/** Public, without names: what the delivery predicate reads. */
export interface Seal {
  _id: string
  _rev?: string
  subject: string
  rev?: string
  accepts: readonly Accept[]
  pins: readonly Pin[]
  pinCount?: number
  validFrom?: string
  validUntil?: string
  reviews: readonly string[]
  code: string
}

export const sealId = (publishedId: string): string => `seal-${publishedId}`
/** Reviews of one subject are numbered from 1 on. */
export const reviewId = (publishedId: string, number: number): string =>
  `claimGate.review.${publishedId}.${number}`

/** The number of a review of this subject; `undefined` where its id tells none. */
export function reviewNumber(publishedId: string, id: string): number | undefined {
  const path = `claimGate.review.${publishedId}.`
  const number = id.slice(path.length)
  return id.startsWith(path) && /^[1-9]\d{0,14}$/u.test(number) ? Number(number) : undefined
}

/** No review's number lies so far beyond how many there are: it was made up. */
const FAR = 1000

/** The highest number among ids of a subject's reviews, 0 where there is none. */
export function lastReviewNumber(publishedId: string, ids: readonly string[]): number {
  const numbers = ids.flatMap((id) => reviewNumber(publishedId, id) ?? [])
  return Math.max(0, ...numbers.filter((number) => number <= ids.length + FAR))
}

export const snapshotId = (publishedId: string, fingerprint: string): string =>
  `claimGate.snapshot.${publishedId}.${fingerprint.replace(/^v\d+-/u, '').slice(0, 32)}`

/** Reads a stored review; `undefined` for one that is malformed, which therefore approves nothing. */
export function readReview(document: GateDocument): Review | undefined {
  const decision = DECISIONS.find((known) => known === document.decision)
  const [subject, fingerprint, role] = ['subject', 'fingerprint', 'role'].map((key) =>
    textAt(document, key),
  )
  const created = textAt(document, '_createdAt')
  if (!decision || !subject || !fingerprint || !role || !created) return undefined
  const [comment, since] = [textAt(document, 'comment'), textAt(document, 'since')]
  return {
    _id: document._id,
    _createdAt: created,
    subject,
    fingerprint,
    basis: textAt(document, 'basis') ?? 'published',
    pins: readPins(listAt(document, 'pins')),
    role,
    decision,
    carries: readAccepts(listAt(document, 'carries')),
    remarks: listAt(document, 'remarks').filter(isRecord).flatMap(readRemark),
    ...(since === undefined ? {} : {since}),
    ...(Array.isArray(document.editors) ? {editors: textsAt(document, 'editors')} : {}),
    meaning: textAt(document, 'meaning') ?? '',
    reviewer: textAt(document, 'reviewer') ?? '',
    reviewerName: textAt(document, 'reviewerName') ?? '',
    signedAt: textAt(document, 'signedAt') ?? created,
    ...(comment ? {comment} : {}),
    snapshots: textsAt(document, 'snapshots'),
    inForce: document.inForce === true,
  }
}

/** Reads a stored seal, so far as it can be read. */
export function readSeal(document: GateDocument): Seal {
  const subject = isRecord(document.subject) ? textAt(document.subject, '_ref') : undefined
  const own = Object.fromEntries(
    ['_rev', 'rev', 'validFrom', 'validUntil'].flatMap((key) => {
      const value = textAt(document, key)
      return value === undefined ? [] : [[key, value]]
    }),
  )
  return {
    _id: document._id,
    ...own,
    subject: subject ?? '',
    accepts: readAccepts(listAt(document, 'accepts')),
    pins: readPins(listAt(document, 'pins')),
    ...(typeof document.pinCount === 'number' ? {pinCount: document.pinCount} : {}),
    reviews: textsAt(document, 'reviews'),
    code: textAt(document, 'code') ?? '',
  }
}

function readPins(values: readonly unknown[]): Pin[] {
  return values.filter(isRecord).flatMap((value) => {
    const doc = isRecord(value.doc) ? textAt(value.doc, '_ref') : textAt(value, 'doc')
    const fingerprint = textAt(value, 'fingerprint')
    return doc && fingerprint ? [{doc, fingerprint}] : []
  })
}

function readRemark(value: JsonRecord): Remark[] {
  const [path, quote, text, replacement] = ['path', 'quote', 'text', 'replacement'].map((key) =>
    textAt(value, key),
  )
  if (path === undefined || quote === undefined) return []
  return [
    {
      path,
      quote,
      text: text ?? '',
      ...(replacement === undefined ? {} : {replacement}),
      must: value.must === true,
    },
  ]
}

function readAccepts(values: readonly unknown[]): Accept[] {
  return values.filter(isRecord).flatMap((value) => {
    const fingerprint = textAt(value, 'fingerprint')
    const until = textAt(value, 'until')
    if (!fingerprint) return []
    return [{fingerprint, ...(until === undefined ? {} : {until})}]
  })
}
