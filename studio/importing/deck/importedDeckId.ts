/** SHA-256 of a file, as 64 hexadecimal digits. */
export async function fileSha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The id of the deck that a file becomes: always the same one, so that no file comes in twice, at the same moment neither. */
export const importedDeckId = (sha256: string): string => `deck-${sha256.slice(0, 32)}`
