const MEGABYTE = 1024 * 1024

/** What a deck may hold at most: far above what people show, far below what stops a browser or a lake. */
export const DECK_LIMITS = {
  /** As much as the embedded lake takes in one file. */
  fileBytes: 64 * MEGABYTE,
  parts: 10_000,
  /** Of all parts together, unpacked. */
  unpackedBytes: 512 * MEGABYTE,
  /** Unpacked to packed, once there is more than `ratioFromBytes` of it: text packs tenfold, a bomb a thousandfold. */
  ratio: 150,
  ratioFromBytes: 8 * MEGABYTE,
  xmlBytes: 10 * MEGABYTE,
  xmlBytesInAll: 256 * MEGABYTE,
  /** All of them become one transaction. */
  slides: 300,
  /** Of one slide, with everything that is only named. */
  lines: 1000,
  characters: 100_000,
  /** Elements inside each other. */
  depth: 256,
  pixels: 100_000_000,
} as const
