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
  medicalDeviceLicence: 'Medical device licence',
  artgIncluded: 'Included in the ARTG',
})

export const DEVICE_CLASSES = choices({
  I: 'Class I',
  IIa: 'Class IIa',
  II: 'Class II',
  IIb: 'Class IIb',
  III: 'Class III',
  IV: 'Class IV',
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

/** Where a slide stands in a deck: only a core slide that is skipped is a gap. */
export const SLIDE_USES = choices({core: 'Core', optional: 'Optional', backup: 'Backup'})

export const VAC_SECTIONS = choices({
  clinicalUse: 'Clinical use',
  safety: 'Safety',
  improvement: 'Improvement',
  regulatory: 'Regulatory status',
  costAndRoi: 'Cost and return on investment',
  service: 'Service',
  sustainability: 'Sustainability',
})

/** Who raises an objection. */
export const OBJECTORS = choices({
  surgeon: 'Surgeon',
  anaesthetist: 'Anaesthetist',
  nurse: 'Nurse',
  infectionPrevention: 'Infection prevention',
  VAC: 'Value analysis committee',
  supplyChain: 'Supply chain',
  GPO: 'Group purchasing organisation',
  payer: 'Payer',
})

/** The audience to which each of them belongs: who decides about purchases with the committee hears what it hears. */
export const OBJECTOR_AUDIENCES: ReadonlyMap<string, string> = new Map([
  ['surgeon', 'HCP'],
  ['anaesthetist', 'HCP'],
  ['nurse', 'HCP'],
  ['infectionPrevention', 'HCP'],
  ['VAC', 'VAC'],
  ['supplyChain', 'VAC'],
  ['GPO', 'GPO'],
  ['payer', 'payer'],
])

export const REFERRALS = choices({
  none: 'Nobody',
  medicalInformation: 'Medical information',
  complaintUnit: 'Complaint unit',
})

/** Who learns from a module, or is coached with a rubric. */
export const LEARNERS = choices({
  rep: 'Sales representative',
  clinicalSpecialist: 'Clinical specialist',
  manager: 'Sales manager',
})

export const RETRAINING = choices({
  always: 'Always',
  decide: 'Decide each time',
  never: 'Never',
})

export const PACKAGE_STANDARDS = choices({
  scorm12: 'SCORM 1.2',
  scorm2004: 'SCORM 2004',
  xapi: 'xAPI',
  cmi5: 'cmi5',
})

/** The values that cmi5 itself defines, as they stand in a course structure. */
export const MOVE_ON = choices({
  Passed: 'Passed',
  Completed: 'Completed',
  CompletedAndPassed: 'Completed and passed',
  CompletedOrPassed: 'Completed or passed',
  NotApplicable: 'Not applicable',
})

export const DRIFT_KINDS = choices({
  overclaim: 'Overclaim',
  offLabel: 'Off label',
  crossStudy: 'Comparison across studies',
  disparagement: 'Disparagement',
  omission: 'Omission',
})

/** What a person in front of a customer did with a slide of the deck. */
export const STEP_OUTCOMES = choices({
  onScript: 'On script',
  offScript: 'Off script',
  skipped: 'Skipped',
})

export const OBSERVATION_SOURCES = choices({
  rideAlong: 'Ride-along',
  callReview: 'Call review',
  customerFeedback: 'Customer feedback',
})

export const ACCOUNT_TYPES = choices({
  academicHospital: 'Academic hospital',
  communityHospital: 'Community hospital',
  specialtyHospital: 'Specialty hospital',
  ambulatorySurgeryCenter: 'Ambulatory surgery center',
  healthSystem: 'Health system',
  GPO: 'Group purchasing organisation',
})

/** What became of a message in the field. What was not called for leaves the denominator. */
export const MESSAGE_OUTCOMES = choices({
  delivered: 'Delivered as approved',
  paraphrased: 'Paraphrased, same meaning',
  overstated: 'Overstated',
  altered: 'Altered',
  omitted: 'Omitted',
  notCalledFor: 'Not called for',
})

/** What a customer still knows of a message. */
export const RECALLS = choices({
  unaided: 'Unaided',
  aided: 'Aided',
  wrong: 'Wrong',
  none: 'None',
})

export const COMPLETION_KINDS = choices({
  elearning: 'E-learning',
  rolePlay: 'Role-play',
  certification: 'Certification',
})

/** How a statement of older material stands to the claim it comes closest to. */
export const STATEMENT_VERDICTS = choices({
  same: 'Same as the claim',
  variation: 'An approved shorter wording',
  differs: 'Differs from the claim',
  matchesNothing: 'Matches nothing',
})

/** The words for a stored value; the value itself where it is not in the list. */
export function titleOf(list: readonly Choice[], value: unknown): string {
  return (
    list.find((choice) => choice.value === value)?.title ?? (typeof value === 'string' ? value : '')
  )
}
