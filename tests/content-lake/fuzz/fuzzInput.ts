/** Bytes for one connection; a whole request leaves it usable for the next one. */
export interface FuzzInput {
  bytes: Buffer
  isWhole: boolean
  method: string
}
