/** `CLM-` and three or four digits, which are the first group. */
export const CLAIM_CODE = /^CLM-(\d{3,4})$/u
