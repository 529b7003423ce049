/** What clients asked for that the lake does not answer, so that drift becomes a named failure. */
export interface Ledger {
  readonly unknown: readonly string[]
  record(method: string, path: string): void
}

export function createLedger(): Ledger {
  const unknown: string[] = []
  return {unknown, record: (method, path) => void unknown.push(`${method} ${path}`)}
}
