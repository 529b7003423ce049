import type {SanityClient} from '@sanity/client'
import type {buildWrites} from '../../studio/importing/claims/buildWrites.ts'
import {sayReason} from '../../studio/importing/claims/sayReason.ts'
import {writeImport} from '../../studio/importing/claims/writeImport.ts'
import {draftsIn} from './draftsIn.ts'

/** How the command ends. */
export interface Ending {
  /** Published ids of the claims whose drafts were written. */
  written: readonly string[]
  /** Said last. */
  line: string
  /** The rows do not allow writing. */
  refused?: true
  /** Somebody changed something meanwhile. */
  moved?: true
}

/** Writes what was planned, all of it or nothing. */
export async function writePlan(
  client: SanityClient,
  built: ReturnType<typeof buildWrites>,
): Promise<Ending> {
  if ('refused' in built)
    return {written: [], refused: true, line: `Nothing was written. ${sayReason(built.refused)}`}
  if (built.writes.length === 0) return {written: [], line: 'Nothing to write.'}
  const result = await writeImport(client, built.writes)
  if ('moved' in result) {
    const codes = result.moved.join(', ')
    return {written: [], moved: true, line: sayReason({key: 'write.moved', params: {codes}})}
  }
  const {written} = result
  return {
    written,
    line: `${draftsIn(written.length)} written. Nothing is published: each claim goes out through its reviews.`,
  }
}
