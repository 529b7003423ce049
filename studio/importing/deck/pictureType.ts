export interface PictureType {
  mimeType: string
  extension: string
}

const SIGNATURES: readonly {type: PictureType; at: number; bytes: readonly number[]}[] = [
  {type: {mimeType: 'image/png', extension: 'png'}, at: 0, bytes: [0x89, 0x50, 0x4e, 0x47]},
  {type: {mimeType: 'image/jpeg', extension: 'jpg'}, at: 0, bytes: [0xff, 0xd8, 0xff]},
  {type: {mimeType: 'image/gif', extension: 'gif'}, at: 0, bytes: [0x47, 0x49, 0x46, 0x38]},
  {type: {mimeType: 'image/webp', extension: 'webp'}, at: 8, bytes: [0x57, 0x45, 0x42, 0x50]},
]

/** What kind of picture a browser will find in these bytes, whatever its name says; `undefined` for any that it does not show. */
export const pictureType = (content: Uint8Array): PictureType | undefined =>
  SIGNATURES.find(({at, bytes}) => bytes.every((byte, index) => content[at + index] === byte))?.type
