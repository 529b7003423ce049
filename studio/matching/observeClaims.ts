import type {SanityClient} from '@sanity/client'
import {
  catchError,
  map,
  of,
  ReplaySubject,
  scan,
  share,
  switchMap,
  timer,
  type Observable,
} from 'rxjs'
import {observeChanges} from '../../plugins/claim-gate/world/observeChanges.ts'
import type {ClaimEntry} from './claimEntry.ts'
import type {ClaimIndex} from './claimIndex.ts'
import type {ClaimStanding} from './claimStanding.ts'
import {createClaimIndex} from './createClaimIndex.ts'
import {fetchClaimEntries} from './fetchClaimEntries.ts'
import {fetchClaimStandings} from './fetchClaimStandings.ts'

/** Every claim, as it stands at this moment. */
export type KnownClaims =
  | {status: 'loading'}
  | {status: 'error'}
  | {
      status: 'ready'
      byId: ReadonlyMap<string, ClaimEntry>
      standings: ReadonlyMap<string, ClaimStanding>
      /** Built when it is first asked for, and again only when a claim reads differently. */
      index: () => ClaimIndex
    }

const QUERY = '*[_type in ["claim", "evidence", "seal"]]'
/** Kept while people go from one document to the next. */
const KEPT_MS = 600_000

const sessions = new WeakMap<SanityClient, Observable<KnownClaims>>()

/** One reading of the claims for everybody in a session who asks, kept fresh by listening. */
export function observeClaims(client: SanityClient): Observable<KnownClaims> {
  const known = sessions.get(client) ?? observe(client)
  sessions.set(client, known)
  return known
}

type Ready = Extract<KnownClaims, {status: 'ready'}>

function observe(client: SanityClient): Observable<KnownClaims> {
  return observeChanges(client, QUERY).pipe(
    switchMap(() => read(client)),
    scan(
      (before: KnownClaims, now): KnownClaims => {
        // What could not be read again is shown as it was.
        if (!now) return before.status === 'ready' ? before : {status: 'error'}
        return before.status === 'ready' && isSame(before, now)
          ? {...now, index: before.index}
          : now
      },
      {status: 'loading'},
    ),
    share({
      connector: () => new ReplaySubject<KnownClaims>(1),
      resetOnRefCountZero: () => timer(KEPT_MS),
    }),
  )
}

function read(client: SanityClient): Observable<Ready | undefined> {
  return of(undefined).pipe(
    switchMap(() => Promise.all([fetchClaimEntries(client), fetchClaimStandings(client)])),
    map(([entries, standings]): Ready => {
      let index: ClaimIndex | undefined
      return {
        status: 'ready',
        byId: new Map(entries.map((entry) => [entry.id, entry])),
        standings,
        index: () => (index ??= createClaimIndex(entries)),
      }
    }),
    catchError(() => of(undefined)),
  )
}

const isSame = (before: Ready, now: Ready): boolean =>
  JSON.stringify([...before.byId.values()]) === JSON.stringify([...now.byId.values()])
