import {CLAIM_COLUMNS} from './claimColumns.ts'

const TITLES: Readonly<Record<string, string>> = {
  substantiation: 'Evidence',
  authorizations: 'Authorizations',
}

/** How people call a field of a claim. */
export const fieldTitle = (field: string): string =>
  TITLES[field] ?? CLAIM_COLUMNS.find(({column}) => column === field)?.title ?? field
