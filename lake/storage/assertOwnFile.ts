import {closeSync, openSync, readSync, statSync} from 'node:fs'
import {RESCUE} from './explained.ts'
import {StorageError} from './storageError.ts'

/** Says in the file itself that it is one of ours. */
export const APPLICATION_ID = 0x54_68_4c_6b

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

/** Throws unless a file is a store of a lake, from its first bytes alone, so that no other program's is ever opened. */
export function assertOwnFile(file: string): void {
  const {size} = assertFile(file)
  if (size === 0) {
    throw new StorageError(
      `${file} is empty, which no lake leaves behind: what was in it is lost. Put a copy of it back, or move it away to begin anew`,
    )
  }
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(descriptor)
  }
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new StorageError(`${file} cannot be opened: it is not a database. ${RESCUE}`)
  if (header.readUInt32BE(68) !== APPLICATION_ID)
    throw new StorageError(`${file} is a database of some other program; name another folder`)
}

function assertFile(file: string) {
  const stat = statSync(file)
  if (!stat.isFile()) throw new StorageError(`${file} is not a file; name another folder`)
  return stat
}
