import {isNoRoom, reasonOf, SQLITE, sqliteCode, StorageError} from './storageError.ts'

export const RESCUE = 'Nothing was reset; move it away or name another folder'

const READ_ONLY = new Set<unknown>(['EACCES', 'EPERM', 'EROFS'])
const NO_ROOM = new Set<unknown>(['ENOSPC', 'EDQUOT'])

/** Says of whatever kept a store from being opened what it is and what to do. */
export function explained(error: unknown, directory: string, file: string): StorageError {
  if (error instanceof StorageError) return error
  const code = sqliteCode(error)
  const system = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === SQLITE.busy) {
    return new StorageError(
      `${directory} is in use by another lake; stop it, or name another folder`,
    )
  }
  if (code === SQLITE.readOnly || code === SQLITE.cannotOpen || READ_ONLY.has(system)) {
    return new StorageError(
      `${file} cannot be opened for writing (${reasonOf(error)}): allow this user to write in the folder ${directory} and to the files in it, or name another folder`,
    )
  }
  if (code === SQLITE.full || NO_ROOM.has(system) || isNoRoom(error)) {
    return new StorageError(
      `${file} cannot be opened: there is no room left on the disk. Free some space and start again; nothing is lost`,
    )
  }
  return new StorageError(`${file} cannot be opened: ${reasonOf(error)}. ${RESCUE}`)
}
