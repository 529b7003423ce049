import type {SanityClient} from '@sanity/client'
import type {RunningLake} from '../support/startLake.ts'

/** A Content Lake that is ready to be tested. */
export interface OpenContentLake {
  /** May do everything; sees drafts as documents of their own. */
  client: SanityClient
  /** An id that no other run uses, for targets that others use as well. */
  id: (name: string) => string
  /** What only the embedded lake lets a test look at. */
  embedded?: RunningLake
  close(): Promise<void>
}

export interface ContentLakeTarget {
  name: string
  open(): Promise<OpenContentLake>
}

/** One group of cases; the lake is only there while a test runs. */
export type Cases = (lake: () => OpenContentLake) => void

/** Ids of one run, under a prefix that names it. */
export function idsOfRun(): {prefix: string; id: (name: string) => string} {
  const prefix = `t${crypto.randomUUID().slice(0, 8)}-`
  return {prefix, id: (name) => prefix + name}
}
