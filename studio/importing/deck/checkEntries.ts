import type {ZipEntry} from './centralDirectory.ts'
import {DECK_LIMITS} from './deckLimits.ts'
import {DeckRefusedError} from './deckRefusal.ts'

/**
 * Refuses a list of files that no program for presentations writes.
 * @throws DeckRefusedError
 */
export function checkEntries(entries: readonly ZipEntry[], fileBytes: number): void {
  const names = new Set<string>()
  for (const {name, encrypted} of entries) {
    if (!isSafe(name)) throw new DeckRefusedError({reason: 'unsafeName', part: name})
    if (encrypted) throw new DeckRefusedError({reason: 'passwordProtected'})
    // Part names differ by more than capitals.
    const key = name.toLowerCase()
    if (names.has(key)) throw new DeckRefusedError({reason: 'twicePart', part: name})
    names.add(key)
  }
  const packed = sum(entries, 'packed')
  const unpacked = sum(entries, 'unpacked')
  // More packed bytes than the file has: its parts lie over each other, so that one is unpacked many times.
  const isBomb = packed > fileBytes || unpacked > DECK_LIMITS.unpackedBytes
  if (isBomb || entries.some(swells)) throw new DeckRefusedError({reason: 'bomb'})
}

/** Nothing is written to a disk here; but a name that leads out of its folder was made to harm somebody. */
function isSafe(name: string): boolean {
  const leadsOut = name.split('/').includes('..') || /^\/|^[a-z]:/iu.test(name)
  return name !== '' && !leadsOut && !name.includes('\\') && !name.includes('\0')
}

const swells = ({packed, unpacked}: ZipEntry): boolean =>
  unpacked > DECK_LIMITS.ratioFromBytes && unpacked > packed * DECK_LIMITS.ratio

const sum = (entries: readonly ZipEntry[], field: 'packed' | 'unpacked'): number =>
  entries.reduce((total, entry) => total + entry[field], 0)
