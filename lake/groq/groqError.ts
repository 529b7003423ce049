import {ApiError} from '../apiError.ts'

/** A query that cannot be read or evaluated; `start` and `end` are offsets into it. */
export class GroqError extends ApiError {
  override name = 'GroqError'
  readonly query: string
  readonly start: number
  readonly end: number

  constructor(message: string, query: string, start = 0, end = query.length) {
    super(400, 'queryParseError', message, {query, start, end})
    this.query = query
    this.start = start
    this.end = end
  }
}

/** Runs something with a query; whatever groq-js throws is the query's fault. */
export function asGroqError<T>(query: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw groqErrorFrom(error, query)
  }
}

export function groqErrorFrom(error: unknown, query: string): Error {
  if (error instanceof ApiError) return error
  if (error instanceof RangeError) {
    return new GroqError('The query is nested too deeply, or its result is too large', query)
  }
  if (!(error instanceof Error)) return new GroqError(String(error), query)
  const start = 'position' in error && typeof error.position === 'number' ? error.position : 0
  return new GroqError(error.message, query, start)
}
