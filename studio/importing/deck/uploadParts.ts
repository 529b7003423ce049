import type {SanityClient} from '@sanity/client'
import type {DeckImport} from './deckImport.ts'
import type {DeckPicture} from './importedDeck.ts'

export type UploadRefusal =
  | {reason: 'fileNotUploaded'; message: string}
  | {reason: 'pictureNotUploaded'; page: number; message: string}

interface Uploads {
  file: string
  pictures: ReadonlyMap<Uint8Array, string>
}

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/** Uploads the file itself and each chosen picture once, one after the other; stops at the first that is not taken. */
export async function uploadParts(
  client: SanityClient,
  {bytes, filename, slides}: Pick<DeckImport, 'bytes' | 'filename' | 'slides'>,
  onProgress: (done: number, of: number) => void,
): Promise<Uploads | UploadRefusal> {
  const wanted = new Map<Uint8Array, {picture: DeckPicture; page: number}>()
  for (const {slide, choice} of slides) {
    const {picture, page} = slide
    if (picture && choice.withPicture && !wanted.has(picture.bytes))
      wanted.set(picture.bytes, {picture, page})
  }
  // One more for the drafts, which come last.
  const of = wanted.size + 2
  onProgress(0, of)
  const file = await upload(client, 'file', {bytes, filename, mimeType: TYPE})
  if ('message' in file) return {reason: 'fileNotUploaded', message: file.message}
  const pictures = new Map<Uint8Array, string>()
  for (const [key, {picture, page}] of wanted) {
    onProgress(pictures.size + 1, of)
    const result = await upload(client, 'image', picture)
    if ('message' in result) return {reason: 'pictureNotUploaded', page, message: result.message}
    pictures.set(key, result.id)
  }
  onProgress(of - 1, of)
  return {file: file.id, pictures}
}

async function upload(
  client: SanityClient,
  kind: 'file' | 'image',
  {bytes, filename, mimeType}: Pick<DeckPicture, 'bytes' | 'filename' | 'mimeType'>,
): Promise<{id: string} | {message: string}> {
  try {
    const body = new Blob([bytes], {type: mimeType})
    const {_id} = await client.assets.upload(kind, body, {filename, contentType: mimeType})
    return {id: _id}
  } catch (error) {
    return {message: error instanceof Error ? error.message : String(error)}
  }
}
