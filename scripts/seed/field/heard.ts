import {claimId, objectionId} from '../build.ts'

/** What was heard of a message in the field, by what became of it. */
interface Heard {
  delivered?: readonly string[]
  paraphrased?: readonly string[]
  overstated: readonly string[]
  altered: readonly string[]
}

/** By the id of the claim or the objection response that was due. */
export const HEARD: Readonly<Record<string, Heard>> = {
  [claimId('CLM-001')]: {
    delivered: ['Cleared for adults, before, during and after surgery.'],
    paraphrased: ['It has a 510(k): adults, from holding to recovery.'],
    overstated: ['It’s FDA approved.', 'FDA approved for the whole pathway.'],
    altered: ['Works great on kids.', 'It’s cleared for any patient you warm today.'],
  },
  [claimId('CLM-002')]: {
    delivered: ['Non-inferior: 36.4 in both arms, and the interval clears the margin.'],
    paraphrased: ['Same temperature at the end, shown as non-inferior.'],
    overstated: [
      'We beat forced air, 91 to 89.',
      'Slightly ahead of forced air, honestly.',
      'At least as good, probably better.',
    ],
    altered: ['They’re equivalent, the trial proved it.'],
  },
  [claimId('CLM-004')]: {
    delivered: ['93.0% in the registry, single-arm, so it stands by itself.'],
    paraphrased: ['Ninety-three per cent arrived warm; nothing to compare it with.'],
    overstated: ['You’ll go from a third cold to seven percent.', 'Expect ninety-three here, too.'],
    altered: ['Ninety-three percent in the trial.', '93% against 69% without us.'],
  },
  [claimId('CLM-006')]: {
    delivered: ['No burns in 206, interval up to 1.8%, and mild erythema in three.'],
    paraphrased: ['No burns seen, which is not none possible; a little redness in both arms.'],
    overstated: ['Zero burns. It can’t burn anyone.', 'It’s impossible to burn with this.'],
    altered: ['Less redness than the blower.'],
  },
  [objectionId(1)]: {
    delivered: ['I have no infection data. I can have medical information answer you.'],
    paraphrased: ['That’s outside what we’re cleared for; let me pass it on.'],
    overstated: [
      'Warm patients don’t get infected.',
      'Everybody knows warm means fewer infections.',
    ],
    altered: ['There’s a study coming on that.'],
  },
  [claimId('CLM-010')]: {
    overstated: ['Twenty grand back, guaranteed.'],
    altered: ['It pays for itself in the first year.'],
  },
}

/** What was said that no claim and no response says. */
export const OFF_PLATFORM: readonly string[] = [
  'Your patients will thank you for the warm pad in holding.',
  'The blower just blows dirt around.',
  'Two of the big centers here have switched already.',
  'Nobody trips over a hose any more.',
  'You can leave it on for transport, it holds its heat.',
]
