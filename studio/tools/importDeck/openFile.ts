import type {SanityClient} from '@sanity/client'
import {createClaimIndex} from '../../matching/createClaimIndex.ts'
import {fetchClaimStandings} from '../../matching/fetchClaimStandings.ts'
import {DECK_LIMITS} from '../../importing/deck/deckLimits.ts'
import {fetchClaimEntries} from '../../matching/fetchClaimEntries.ts'
import {fetchLaunches} from '../../importing/deck/fetchLaunches.ts'
import {fileSha256, importedDeckId} from '../../importing/deck/importedDeckId.ts'
import {importedBefore} from '../../importing/deck/importedBefore.ts'
import {readDeck} from '../../importing/deck/readDeck.ts'
import {suggestClaims} from '../../importing/deck/statements.ts'
import type {FileState} from './importedFile.ts'

/** Reads a file and compares it with the claims; tells how far it is, and ends with what came of it. */
export async function openFile(
  client: SanityClient,
  file: File,
  tell: (state: FileState) => void,
): Promise<FileState> {
  const {name} = file
  tell({status: 'opening', name})
  // Asked before it is in memory.
  if (file.size > DECK_LIMITS.fileBytes) {
    const most = DECK_LIMITS.fileBytes / 1024 / 1024
    return {status: 'refused', name, refusal: {reason: 'tooLarge', most}}
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readDeck(bytes, {
    onProgress: (done, of) => tell({status: 'reading', done, of}),
  })
  if ('refused' in read) return {status: 'refused', name, refusal: read.refused}
  tell({status: 'comparing'})
  const earlier = await importedBefore(client, importedDeckId(await fileSha256(bytes)))
  if (earlier) return {status: 'before', name, earlier}
  const [claims, launches, standings] = await Promise.all([
    fetchClaimEntries(client, 'published'),
    fetchLaunches(client),
    fetchClaimStandings(client),
  ])
  const slides = await suggestClaims(read.deck.slides, createClaimIndex(claims))
  return {status: 'ready', file: {name, bytes, slides, launches, standings}}
}
