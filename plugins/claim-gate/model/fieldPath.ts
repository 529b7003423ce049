/** A dotted path, as it may stand in a query. */
export const FIELD_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/u
