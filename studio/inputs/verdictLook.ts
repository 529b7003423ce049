import type {MatchVerdict} from '../matching/claimIndex.ts'

interface VerdictLook {
  word: string
  tone: 'positive' | 'caution' | 'default'
}

const LOOKS: Record<MatchVerdict, VerdictLook> = {
  same: {word: 'Approved words', tone: 'positive'},
  variation: {word: 'Approved shorter wording', tone: 'positive'},
  differs: {word: 'Other words or numbers', tone: 'caution'},
  related: {word: 'Related', tone: 'default'},
}

/** How it is told what the selected words have to do with a claim. */
export const verdictLook = (verdict: MatchVerdict): VerdictLook => LOOKS[verdict]
