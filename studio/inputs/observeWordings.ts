import type {SanityClient} from '@sanity/client'
import type {Observable} from 'rxjs'
import {sealHolds} from '../../plugins/claim-gate/delivery/index.ts'
import {fieldOf} from '../../schemas/references.ts'
import {asText} from '../matching/asText.ts'
import {observeReading} from '../observeReading.ts'
import {firstLine} from '../previews/firstLine.ts'

/** One wording of a document that somebody signed. */
export interface Wording {
  fingerprint: string
  /** What it said, in a line. */
  words: string
  /** The instant at which it was first signed. */
  signedAt: string
  isInForce: boolean
}

interface Rows {
  inForce: string | null
  snapshots: readonly {fingerprint: string; content: string; _createdAt: string}[]
}

/** More than anybody looks back over. */
const NEWEST = 20

const WORDINGS_QUERY = `{
  "inForce": *[_type == "seal" && subject._ref == $id]${sealHolds}[0].accepts[0].fingerprint,
  "snapshots": *[_type == "snapshot" && subject == $id] | order(_createdAt desc)[0...${NEWEST}]{
    fingerprint, content, _createdAt
  }
}`
const WATCHED =
  '*[(_type == "seal" && subject._ref == $id) || (_type == "snapshot" && subject == $id)]'

/** The wordings of a document that were signed, the one in force first, then the newest. */
export const observeWordings = (client: SanityClient, id: string): Observable<Wording[]> =>
  observeReading(client, {query: WATCHED, params: {id}}, async () => {
    const rows = await client.fetch<Rows>(WORDINGS_QUERY, {id}, {perspective: 'published'})
    return wordingsOf(rows)
  })

function wordingsOf({inForce, snapshots}: Rows): Wording[] {
  const wordings = snapshots.map(({fingerprint, content, _createdAt}) => ({
    fingerprint,
    words: wordsIn(content),
    signedAt: _createdAt,
    isInForce: fingerprint === inForce,
  }))
  return wordings.toSorted((a, b) => Number(b.isInForce) - Number(a.isInForce))
}

/** What somebody wrote past the gate may be anything: its words are not read, and the others are. */
function parsedOrNothing(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** A claim by its statement, a response by its answer, anything else by its title. */
function wordsIn(content: string): string {
  const parsed = parsedOrNothing(content)
  const texts = [
    asText(fieldOf(parsed, 'statement')),
    firstLine(fieldOf(parsed, 'respond')) ?? '',
    asText(fieldOf(parsed, 'title')),
  ]
  return texts.find((text) => text !== '') ?? ''
}
