/** The message from the whole down to what it rests on. */
export const PLATFORM_TYPES = [
  'messagingPlatform',
  'valueProposition',
  'claim',
  'proofPoint',
  'objectionResponse',
  'evidence',
  'indication',
  'product',
] as const

/** What reps carry. */
export const CONTENT_TYPES = ['deck', 'deckSlide', 'leaveBehind', 'vacKit'] as const

/** What reps learn and are coached with. */
export const TRAINING_TYPES = ['lmsModule', 'coachingRubric'] as const

/** What is heard and seen in the field. */
export const FIELD_TYPES = ['deckWalk', 'fieldObservation', 'completion', 'legacyMaterial'] as const

/** What a launch is made of, and who makes it. */
export const LAUNCH_TYPES = ['launch', 'brief', 'person'] as const

/** Everything that people write. */
export const ALL_TYPES = [
  ...CONTENT_TYPES,
  ...TRAINING_TYPES,
  ...FIELD_TYPES,
  ...PLATFORM_TYPES,
  ...LAUNCH_TYPES,
]

/** Types that the gate holds: only of these can be said that they are in force or withheld. */
export const GATED_TYPES: readonly string[] = [
  ...PLATFORM_TYPES,
  ...CONTENT_TYPES,
  ...TRAINING_TYPES,
]
