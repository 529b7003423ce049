/** Whether a token is a number, with its sign and its per cent. */
export const isNumber = (token: string): boolean => /\d/u.test(token)
