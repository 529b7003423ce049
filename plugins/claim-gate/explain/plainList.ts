/** A list without bullets. */
export const PLAIN_LIST = {listStyle: 'none', margin: 0}
