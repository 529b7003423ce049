/** A query that cannot be read or evaluated; `start` and `end` are offsets into it. */
export class GroqError extends Error {
  override name = 'GroqError'
  readonly type = 'queryParseError'
  readonly query: string
  readonly start: number
  readonly end: number

  constructor(message: string, query: string, start = 0, end = query.length) {
    super(message)
    this.query = query
    this.start = start
    this.end = end
  }
}
