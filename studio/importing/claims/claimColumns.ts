import type {ClaimColumn} from './claimColumn.ts'

interface ColumnNames {
  column: ClaimColumn
  title: string
  /** What teams call it; an earlier name wins where two columns could be meant. */
  names: readonly string[]
}

const named = (column: ClaimColumn, title: string, ...names: string[]): ColumnNames => ({
  column,
  title,
  names: [title, column, ...names],
})

/** Every column that is understood, in the order of the claim's form. */
export const CLAIM_COLUMNS: readonly ColumnNames[] = [
  named('code', 'Code', 'Claim code', 'Claim ID', 'Claim number', 'Claim no', 'Claim ref', 'ID'),
  named(
    'statement',
    'Statement',
    'Claim statement',
    'Claim text',
    'Claim wording',
    'Approved claim',
    'Approved wording',
    'Wording',
    'Claim',
    'Text',
  ),
  named('qualifier', 'Qualifier', 'Qualifying statement', 'Required qualifier', 'Disclaimer'),
  named('footnote', 'Footnote', 'Footnotes'),
  named(
    'variations',
    'Approved shorter wordings',
    'Shorter wordings',
    'Approved variations',
    'Wording variations',
    'Short versions',
    'Short version',
    'Variation',
  ),
  named('category', 'Category', 'Claim category', 'Claim type', 'Type of claim', 'Type'),
  named('product', 'Product', 'Product name', 'Device', 'Device name', 'Brand'),
  named('indications', 'Indications', 'Indication', 'Indication for use', 'Indications for use'),
  named(
    'evidence',
    'Evidence',
    'Substantiation',
    'Supporting evidence',
    'Reference',
    'References',
    'Supporting reference',
    'Supporting references',
    'Source',
    'Sources',
    'Citation',
    'Citations',
    'DOI',
    'Document number',
  ),
  named(
    'locator',
    'Locator',
    'Place in evidence',
    'Place',
    'Anchor',
    'Reference location',
    'Location',
  ),
  named('page', 'Page', 'Pages', 'Page number', 'Page no'),
  named('table', 'Table', 'Table number', 'Table no'),
  named('figure', 'Figure', 'Figure number', 'Figure no'),
  named('quote', 'Quote', 'Quotation', 'Excerpt', 'Supporting text'),
  named(
    'riskInformation',
    'Risk information',
    'ISI',
    'Important safety information',
    'Safety information',
    'Fair balance',
  ),
  named(
    'audiences',
    'Audiences',
    'Audience',
    'Target audience',
    'Target audiences',
    'Intended audience',
  ),
  named(
    'market',
    'Market',
    'Markets',
    'Country',
    'Countries',
    'Region',
    'Regions',
    'Authorizations',
  ),
  named(
    'labelStatus',
    'Label status',
    'On label',
    'Labeling status',
    'Labelling status',
    'On/off label',
  ),
  named('rationale', 'Rationale', 'Label rationale', 'CFL rationale', 'Justification'),
  named(
    'ifuLocator',
    'Place in the IFU',
    'IFU section',
    'IFU reference',
    'IFU location',
    'Label section',
    'IFU',
  ),
  named(
    'effectiveOn',
    'First day in force',
    'Effective date',
    'Effective from',
    'Effective on',
    'Valid from',
    'Start date',
  ),
  named(
    'expiresOn',
    'Last day in force',
    'Expiry date',
    'Expiration date',
    'Expires on',
    'Expires',
    'Expiry',
    'Valid until',
    'Valid to',
    'End date',
  ),
  named('supersedes', 'Supersedes', 'Replaces', 'Replaces claim'),
  named('internalNotes', 'Internal notes', 'Notes', 'Comments', 'Comment', 'Remarks'),
]

/** How people call it. */
export const columnTitle = (column: ClaimColumn): string =>
  CLAIM_COLUMNS.find((each) => each.column === column)?.title ?? column
