import type {SanityClient} from '@sanity/client'
import {buildDrafts} from './buildDrafts.ts'
import type {DeckImport} from './deckImport.ts'
import {fileSha256, importedDeckId} from './importedDeckId.ts'
import {importedBefore, type EarlierImport} from './importedBefore.ts'
import {uploadParts, type UploadRefusal} from './uploadParts.ts'

export type ImportResult =
  | {deckId: string; slideIds: readonly string[]}
  | {refused: {reason: 'importedBefore'; earlier: EarlierImport} | UploadRefusal}

/**
 * Uploads the file and its pictures, then writes all drafts in one transaction: all of them, or none. Nothing that is
 * published is touched, and a file that came in before is not taken again.
 * @throws ClientError when the drafts cannot be written.
 */
export async function importDeck(
  client: SanityClient,
  work: DeckImport,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<ImportResult> {
  const {bytes, slides, settings, note} = work
  const deckId = importedDeckId(await fileSha256(bytes))
  const known = await importedBefore(client, deckId)
  if (known) return {refused: {reason: 'importedBefore', earlier: known}}
  const uploads = await uploadParts(client, work, onProgress)
  if ('reason' in uploads) return {refused: uploads}
  const chosen = slides.map((each) => ({...each, id: crypto.randomUUID()}))
  const transaction = client.transaction()
  for (const draft of buildDrafts({deckId, settings, slides: chosen, note, ...uploads})) {
    transaction.create(draft)
  }
  try {
    await transaction.commit({visibility: 'sync'})
  } catch (error) {
    // Somebody else took the same file at the same moment: the id can be created once.
    const earlier = await importedBefore(client, deckId)
    if (earlier) return {refused: {reason: 'importedBefore', earlier}}
    throw error
  }
  return {deckId, slideIds: chosen.map(({id}) => id)}
}
