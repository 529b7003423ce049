/** An image with more is not read: however small its file, it would fill the memory. */
export const MOST_PIXELS = 100_000_000
