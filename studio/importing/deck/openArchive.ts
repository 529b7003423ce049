import {centralDirectory} from './centralDirectory.ts'
import {checkEntries} from './checkEntries.ts'
import {DECK_LIMITS} from './deckLimits.ts'
import {DeckRefusedError} from './deckRefusal.ts'
import {foreignFile} from './foreignFile.ts'
import {parseXml} from './parseXml.ts'
import {unpack} from './unpack.ts'
import type {XmlNode} from './xmlNode.ts'

/** The parts of an Office file by name, each unpacked when it is asked for. */
export interface Archive {
  /** Kept: the same array at every call. */
  bytes: (part: string) => Uint8Array<ArrayBuffer> | undefined
  xml: (part: string) => XmlNode | undefined
}

/**
 * Opens a zip whose list of files is fit to be read.
 * @throws DeckRefusedError
 */
export function openArchive(file: Uint8Array<ArrayBuffer>): Archive {
  const foreign = foreignFile(file)
  if (foreign) throw new DeckRefusedError(foreign)
  if (file.byteLength > DECK_LIMITS.fileBytes)
    throw new DeckRefusedError({reason: 'tooLarge', most: DECK_LIMITS.fileBytes / 1024 / 1024})
  const entries = centralDirectory(file)
  checkEntries(entries, file.byteLength)
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const bytes = (part: string): Uint8Array<ArrayBuffer> | undefined => {
    const key = part.toLowerCase()
    const entry = byName.get(key)
    if (!entry) return undefined
    const content = kept.get(key) ?? unpack(file, entry)
    kept.set(key, content)
    return content
  }
  const count = countXml()
  return {
    bytes,
    xml(part) {
      const entry = byName.get(part.toLowerCase())
      if (!entry) return undefined
      if (entry.unpacked > DECK_LIMITS.xmlBytes)
        throw new DeckRefusedError({reason: 'xmlTooLarge', part})
      count(entry.unpacked)
      return parseXml(unpack(file, entry), part)
    },
  }
}

/** A small part that is named many times is read many times: what is read in all has its limit too. */
function countXml(): (bytes: number) => void {
  let total = 0
  return (bytes) => {
    total += bytes
    if (total > DECK_LIMITS.xmlBytesInAll) throw new DeckRefusedError({reason: 'bomb'})
  }
}
