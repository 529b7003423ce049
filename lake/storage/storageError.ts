import {ApiError} from '../apiError.ts'

/** The data folder cannot be used; the message says why and what to do. */
export class StorageError extends Error {
  override name = 'StorageError'
}

/** Primary result codes of SQLite that are told apart. */
export const SQLITE = {busy: 5, readOnly: 8, full: 13, cannotOpen: 14} as const

/** The primary code of an error that SQLite gave. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const INSUFFICIENT_STORAGE = 507

/** There is no room: nothing of it was kept, and the same works as soon as there is room. */
export const noRoom = (): ApiError =>
  new ApiError(
    INSUFFICIENT_STORAGE,
    'insufficientStorageError',
    'There is no room left for it in the data folder of the lake; nothing was changed. Free some space and send it again',
  )

/** Whether it is the one failure after which writing just goes on. */
export const isNoRoom = (error: unknown): boolean =>
  error instanceof ApiError && error.statusCode === INSUFFICIENT_STORAGE

/** It was not acknowledged; whether it is kept is known when the lake is started again. */
export const notWritten = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError(
        503,
        'storageError',
        `The lake could not write to its data folder: ${reasonOf(error)}`,
      )

/** Refuses what follows a failure that left open what is on disk. */
export const writesEnded = (cause: string): ApiError =>
  new ApiError(
    503,
    'storageError',
    `The lake takes no more changes, because what its data folder holds is not known since a write failed (${cause}). Reading goes on; look after the disk, then start the lake again`,
  )
