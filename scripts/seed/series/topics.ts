/** What assets of a series say around a claim; what they say of it is the claim's own wording. */
export interface Topic {
  /** Stands in sentences as well: "what may be said of set-up". */
  name: string
  /** The question of a value analysis committee that the claim answers. */
  vacSection: string
  /** What it sounds like when the message has moved. */
  drift: {heard: string; kind: string}
}

/** The claim on which every asset of a series rests: what the device is cleared for. */
export const SHARED_CLAIM = 'CLM-001'

/** By code; claims that end soon are left out, so that the assets of a series do not end with them. */
export const TOPICS: Readonly<Record<string, Topic>> = {
  [SHARED_CLAIM]: {
    name: 'what it is cleared for',
    vacSection: 'regulatory',
    drift: {heard: 'It’s FDA approved.', kind: 'overclaim'},
  },
  'CLM-002': {
    name: 'the comparison with forced air',
    vacSection: 'clinicalUse',
    drift: {heard: 'We beat forced air.', kind: 'overclaim'},
  },
  'CLM-003': {
    name: 'temperature at the end of surgery',
    vacSection: 'clinicalUse',
    drift: {heard: 'More of your patients will end up warm with ours.', kind: 'overclaim'},
  },
  'CLM-004': {
    name: 'the registry',
    vacSection: 'clinicalUse',
    drift: {heard: 'That is the rate you will have here.', kind: 'overclaim'},
  },
  'CLM-005': {
    name: 'prewarming',
    vacSection: 'clinicalUse',
    drift: {heard: 'Prewarm, and nobody gets cold.', kind: 'overclaim'},
  },
  'CLM-006': {
    name: 'skin in the trial',
    vacSection: 'safety',
    drift: {heard: 'It can’t burn anyone.', kind: 'overclaim'},
  },
  'CLM-007': {
    name: 'skin in the registry',
    vacSection: 'safety',
    drift: {heard: 'Nothing ever happened to anybody’s skin.', kind: 'omission'},
  },
  'CLM-008': {
    name: 'sound',
    vacSection: 'improvement',
    drift: {heard: 'You won’t hear it in your room.', kind: 'overclaim'},
  },
  'CLM-009': {
    name: 'set-up',
    vacSection: 'improvement',
    drift: {heard: 'You save that time in every single case.', kind: 'overclaim'},
  },
  'CLM-011': {
    name: 'disposables',
    vacSection: 'sustainability',
    drift: {heard: 'It’s the green choice.', kind: 'overclaim'},
  },
  'CLM-012': {
    name: 'how often patients reach recovery cold',
    vacSection: 'clinicalUse',
    drift: {heard: 'That’s what forced air does to patients.', kind: 'disparagement'},
  },
}

/** @throws Error for a claim of which nothing is said. */
export function topicOf(code: string): Topic {
  const topic = TOPICS[code]
  if (!topic) throw new Error(`A series says nothing of ${code}`)
  return topic
}
