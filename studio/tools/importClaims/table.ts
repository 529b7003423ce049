/** A table as wide as the page, whose long words break. */
export const TABLE = {
  borderCollapse: 'collapse',
  overflowWrap: 'anywhere',
  tableLayout: 'fixed',
  width: '100%',
} as const

/** A cell under a line. */
export const CELL = {
  borderTop: '1px solid var(--card-border-color)',
  padding: '0.75rem',
  textAlign: 'left',
  verticalAlign: 'top',
} as const

/** A cell at the head of a column. */
export const HEAD = {...CELL, borderTop: 'none'} as const
