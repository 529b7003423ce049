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

/** Before anybody decided: hidden slides stay out, and only approved words are taken for their claim. */
export function firstChoice({slide, statements}: SuggestedSlide): SlideChoice {
  return {
    included: !slide.hidden,
    kind: kindOf(slide.title, slide.opens),
    withPicture: slide.picture !== undefined,
    accepted: Object.fromEntries(statements.map((each) => [each.key, saidAlike(each)])),
  }
}

const saidAlike = ({suggestions}: DeckStatement): string[] =>
  suggestions.flatMap(({claim, verdict}) => (verdict === 'same' ? [claim.id] : []))

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

/** Every claim that was accepted on a slide, each once, in the order of its statements. */
export const acceptedClaims = ({accepted}: SlideChoice): string[] => [
  ...new Set(Object.values(accepted).flat()),
]
