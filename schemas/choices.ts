/** A value as it is stored, with the words that people read. */
export interface Choice {
  value: string
  title: string
}

const choices = (entries: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(entries).map(([value, title]) => ({value, title}))

export const AUDIENCES = choices({
  HCP: 'Health-care professional',
  VAC: 'Value analysis committee',
  payer: 'Payer',
  GPO: 'Group purchasing organisation',
  patient: 'Patient',
  caregiver: 'Caregiver',
})

/** Economic claims are for those who weigh costs. */
export const ECONOMIC_AUDIENCES: readonly string[] = ['VAC', 'payer', 'GPO']

export const MARKETS = choices({
  US: 'United States',
  EU: 'European Union',
  GB: 'Great Britain',
  CA: 'Canada',
  AU: 'Australia',
})

export const CLAIM_CATEGORIES = choices({
  indication: 'Indication',
  efficacy: 'Efficacy',
  safety: 'Safety',
  performance: 'Performance',
  comparative: 'Comparative',
  economic: 'Economic',
  usability: 'Usability',
  qualityOfLife: 'Quality of life',
  sustainability: 'Sustainability',
  diseaseState: 'Disease state',
})

export const LABEL_STATUSES = choices({
  onLabel: 'On label',
  consistentWithLabel: 'Consistent with label',
})

export const PATHWAYS = choices({
  '510kCleared': '510(k) cleared',
  '510kExempt': '510(k) exempt',
  deNovoGranted: 'De Novo granted',
  pmaApproved: 'PMA approved',
  hdeApproved: 'HDE approved',
  ceMarked: 'CE marked',
  ukcaMarked: 'UKCA marked',
})

export const DEVICE_CLASSES = choices({
  I: 'Class I',
  IIa: 'Class IIa',
  II: 'Class II',
  IIb: 'Class IIb',
  III: 'Class III',
})

export const EVIDENCE_KINDS = choices({
  publication: 'Publication',
  systematicReview: 'Systematic review',
  congressAbstract: 'Congress abstract',
  dataOnFile: 'Data on file',
  benchTest: 'Bench test',
  usabilityStudy: 'Usability study',
  chartAudit: 'Chart audit',
  registry: 'Registry',
  guideline: 'Guideline',
  ifu: 'Instructions for use',
  economicModel: 'Economic model',
})

export const EVIDENCE_STATUSES = choices({
  current: 'Current',
  corrected: 'Corrected',
  superseded: 'Superseded',
  expressionOfConcern: 'Expression of concern',
  retracted: 'Retracted',
})

export const ENDPOINT_TYPES = choices({
  primary: 'Primary',
  secondary: 'Secondary',
  exploratory: 'Exploratory',
  postHoc: 'Post hoc',
  safety: 'Safety',
})

export const FUNCTIONS = choices({
  marketing: 'Marketing',
  training: 'Training',
  medical: 'Medical',
  regulatory: 'Regulatory',
  legal: 'Legal',
  commercial: 'Commercial',
  coach: 'Field coach',
})

export const SLIDE_KINDS = choices({
  title: 'Title',
  unmetNeed: 'Unmet need',
  message: 'Message',
  evidence: 'Evidence',
  objection: 'Objection',
  riskInformation: 'Risk information',
  close: 'Close',
})

/** The words for a stored value; the value itself where it is not in the list. */
export function titleOf(list: readonly Choice[], value: unknown): string {
  return (
    list.find((choice) => choice.value === value)?.title ?? (typeof value === 'string' ? value : '')
  )
}
