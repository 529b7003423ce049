import type {ClaimStanding} from '../../matching/claimStanding.ts'
import type {DeckStatement, SuggestedSlide} from './statements.ts'

/** What a person decided about one slide. */
export interface SlideChoice {
  included: boolean
  kind: string
  withPicture: boolean
  /** Ids of the claims that were accepted, by the key of the statement. */
  accepted: Readonly<Record<string, readonly string[]>>
}

const RISK =
  /\b(?:contraindications?|warnings?|risk information|safety information|precautions)\b/iu

/** Before anybody decided: hidden slides stay out, and no statement makes a claim. */
export function firstChoice({slide, statements}: SuggestedSlide): SlideChoice {
  return {
    included: !slide.hidden,
    kind: kindOf(slide.title, slide.opens),
    withPicture: slide.picture !== undefined,
    // In the order of the statements, in whichever order they are decided about.
    accepted: Object.fromEntries(statements.map(({key}) => [key, []])),
  }
}

function kindOf(title: string | undefined, opens: boolean): string {
  if (opens) return 'title'
  return RISK.test(title ?? '') ? 'riskInformation' : 'message'
}

/** The choice with one claim accepted for a statement, or refused. */
export function decided(
  choice: SlideChoice,
  {key, claim, accept}: {key: string; claim: string; accept: boolean},
): SlideChoice {
  const others = (choice.accepted[key] ?? []).filter((id) => id !== claim)
  return {...choice, accepted: {...choice.accepted, [key]: accept ? [...others, claim] : others}}
}

/** Where claims stand, by id. */
export type Standings = ReadonlyMap<string, ClaimStanding>

/**
 * What the statements of a slide that comes in say in the approved words of a claim that may be said, and whether that was
 * accepted.
 */
export function saidAlike(
  {included, accepted}: SlideChoice,
  statements: readonly DeckStatement[],
  standings: Standings,
): {key: string; claim: string; isAccepted: boolean}[] {
  if (!included) return []
  return statements.flatMap(({key, suggestions}) =>
    suggestions
      .filter(({claim, verdict}) => verdict === 'same' && isSaid(standings.get(claim.id)))
      .map(({claim: {id}}) => ({
        key,
        claim: id,
        isAccepted: accepted[key]?.includes(id) ?? false,
      })),
  )
}

const isSaid = (standing: ClaimStanding | undefined): boolean =>
  standing === 'inForce' || standing === 'changing'

/** The choice with all of these accepted, or refused. */
export const withAlike = (
  choice: SlideChoice,
  statements: readonly DeckStatement[],
  standings: Standings,
  accept: boolean,
): SlideChoice =>
  saidAlike(choice, statements, standings).reduce(
    (before, each) => decided(before, {...each, accept}),
    choice,
  )

/** Every claim that was accepted on a slide, each once, in the order of its statements. */
export const acceptedClaims = ({accepted}: SlideChoice): string[] => [
  ...new Set(Object.values(accepted).flat()),
]
