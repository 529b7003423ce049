/** A value where it is text; empty where it is anything else. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
