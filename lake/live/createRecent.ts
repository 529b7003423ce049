import {randomBytes} from 'node:crypto'
import type {Audience} from './tagsOf.ts'

/** The tags of one transaction; none for an audience that is not told of it. */
export interface Announcement {
  id: string
  tags: Readonly<Record<Audience, readonly string[]>>
}

/** The latest announcements, for who comes back. */
export interface Recent {
  /** The id of an event about what stands at a place in the log; no other process has the same. */
  idAt(sequence: number): string
  add(announcement: Announcement): void
  /** Those that follow an event; `undefined` when it is not known here, or too long ago. */
  since(id: string): readonly Announcement[] | undefined
  /** Forgets all that happened before a place in the log. */
  startAt(sequence: number): void
}

const KEPT = {announcements: 200, tags: 100_000}

/** Creates an empty memory; it ends with the process, as the tags do that clients have. */
export function createRecent(): Recent {
  const mark = randomBytes(8).toString('base64url')
  let kept: Announcement[] = []
  let start = ''
  let size = 0
  const count = ({tags}: Announcement): number =>
    Object.values(tags).reduce((sum, {length}) => sum + length, 0)
  const idAt = (sequence: number): string => `${sequence}-${mark}`
  return {
    idAt,
    add(announcement) {
      kept.push(announcement)
      size += count(announcement)
      while (kept.length > KEPT.announcements || size > KEPT.tags) {
        const oldest = kept.shift()
        if (!oldest) return
        start = oldest.id
        size -= count(oldest)
      }
    },
    since(id) {
      if (id === start) return [...kept]
      const place = kept.findIndex((announcement) => announcement.id === id)
      return place === -1 ? undefined : kept.slice(place + 1)
    },
    startAt(sequence) {
      kept = []
      size = 0
      start = idAt(sequence)
    },
  }
}
