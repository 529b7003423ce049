/** A name without what people write differently: case, spaces, hyphens, accents of typography; `#` is `no`. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('#', ' no ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
