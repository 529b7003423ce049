/** What there is to say of these, one after the other; empty where there is nothing. */
export const previewLine = (...parts: readonly unknown[]): string =>
  parts
    .filter((part) => typeof part === 'number' || (typeof part === 'string' && part !== ''))
    .join(' · ')
