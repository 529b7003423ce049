/** So many drafts, in words. */
export const draftsIn = (count: number): string => `${count} draft${count === 1 ? '' : 's'}`
