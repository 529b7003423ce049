/** What there is to say of these, one after the other. */
export const joined = (between: string, ...parts: readonly unknown[]): string =>
  parts
    .filter((part) => typeof part === 'number' || (typeof part === 'string' && part !== ''))
    .join(between)
