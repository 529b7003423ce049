/** What the whole deck and each of its slides get, beside what stands in the file. */
export interface DeckSettings {
  title: string
  /** Id of a published launch. */
  launch?: string
  audience?: string
  markets: readonly string[]
  /** Of the deck; slides get it with their page. */
  materialCode?: string
}
