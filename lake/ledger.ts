/** What clients asked for that the lake does not answer, so that drift becomes a named failure. */
export interface Ledger {
  readonly unknown: readonly string[]
  record(method: string, path: string): void
}

/** Enough to see what is wrong; whoever asks for millions of things must not fill the memory with them. */
const MOST_ENTRIES = 1000
const LONGEST_ENTRY = 2000

/** Creates an empty ledger; what broke inside is still written down when there is no room for anything else. */
export function createLedger(): Ledger {
  const unknown: string[] = []
  return {
    unknown,
    record(method, path) {
      const room = method === 'ERROR' ? 2 * MOST_ENTRIES : MOST_ENTRIES
      if (unknown.length < room) unknown.push(`${method} ${path}`.slice(0, LONGEST_ENTRY))
    },
  }
}
