/** For whom one series of assets is made. */
export interface Setting {
  /** "Day surgery" */
  place: string
  /** "nurses in day surgery at university hospitals" */
  audience: string
  /** Codes of the claims that matter to them most. */
  focus: readonly string[]
}

const TEAMS: readonly {name: string; focus: readonly string[]}[] = [
  {name: 'nurses', focus: ['CLM-009', 'CLM-006', 'CLM-007']},
  {name: 'anaesthetists', focus: ['CLM-002', 'CLM-005', 'CLM-008']},
  {name: 'surgeons', focus: ['CLM-002', 'CLM-003', 'CLM-006']},
  {name: 'recovery teams', focus: ['CLM-004', 'CLM-007', 'CLM-009']},
  {name: 'operating room managers', focus: ['CLM-008', 'CLM-009', 'CLM-011']},
]

/** Of no common divisor with the teams, so that every team comes to every place. */
const PLACES: readonly string[] = [
  'day surgery',
  'orthopaedic surgery',
  'general surgery',
  'urology',
  'gynaecology',
  'spine surgery',
  'colorectal surgery',
  'breast surgery',
  'plastic surgery',
  'head and neck surgery',
  'thoracic surgery',
  'trauma surgery',
  'bariatric surgery',
  'hepatobiliary surgery',
  'robotic surgery',
  'neurosurgery',
]

const HOSPITALS: readonly string[] = [
  'university hospitals',
  'community hospitals',
  'surgical centers',
  'teaching hospitals',
  'regional hospitals',
]

const PAIRS = TEAMS.length * PLACES.length

/** How many settings differ from each other. */
export const SETTINGS = PAIRS * HOSPITALS.length

/** The setting of a series, counted from 0. */
export function settingOf(series: number): Setting {
  const team = TEAMS[series % TEAMS.length]
  const place = PLACES[series % PLACES.length]
  const hospitals = HOSPITALS[Math.floor(series / PAIRS)]
  if (!team || !place || !hospitals)
    throw new RangeError(`There is no setting for series ${series}`)
  return {
    place: capitalised(place),
    audience: `${team.name} in ${place} at ${hospitals}`,
    focus: team.focus,
  }
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
