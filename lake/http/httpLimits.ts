/** How much one client may ask for before it is in the way of others. */
export interface HttpLimits {
  /** For the headers of a request, from the moment at which it may be sent. */
  headersMs: number
  /** For a whole request with its body. */
  requestMs: number
  /** For a connection on which nothing moves, such as one whose other end does not read. */
  stillMs: number
  /** For a connection on which no request is under way: who was busy for a while finds it still there. */
  keptMs: number
  connections: number
}

export const HTTP_LIMITS: HttpLimits = {
  headersMs: 10_000,
  requestMs: 60_000,
  stillMs: 120_000,
  keptMs: 65_000,
  connections: 2000,
}

/** Clients put queries of up to 16 KB into the address. */
export const HEADER_BYTES = 32 * 1024
