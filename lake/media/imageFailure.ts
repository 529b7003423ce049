import {ApiError, badRequest} from '../apiError.ts'

/** Seconds that one step of the work on an image may take. */
export const LONGEST_WORK = {seconds: 20}

/** What to answer when the library could not do what was asked of an image. */
export function imageFailure(error: unknown, description: string): ApiError {
  if (error instanceof ApiError) return error
  const isLate = error instanceof Error && error.message.startsWith('timeout')
  return isLate
    ? new ApiError(
        422,
        'imageTimeoutError',
        `${description}: it takes longer than ${LONGEST_WORK.seconds} seconds; send a smaller one`,
      )
    : badRequest(description)
}
