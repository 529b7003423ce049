/** Why a file is not read, with what makes it plain to the person who chose it. */
export type DeckRefusal =
  | {reason: 'empty'}
  | {reason: 'tooLarge'; most: number}
  | {reason: 'notPowerPoint'}
  | {reason: 'oldPowerPoint'}
  | {reason: 'passwordProtected'}
  | {reason: 'word'}
  | {reason: 'excel'}
  | {reason: 'macros'}
  | {reason: 'cutOff'}
  | {reason: 'damaged'; part: string}
  | {reason: 'bomb'}
  | {reason: 'tooManyParts'; most: number}
  | {reason: 'unsafeName'; part: string}
  | {reason: 'twicePart'; part: string}
  | {reason: 'doctype'; part: string}
  | {reason: 'xmlTooLarge'; part: string}
  | {reason: 'missingPart'; part: string}
  | {reason: 'circular'; part: string}
  | {reason: 'overfull'; page: number}
  | {reason: 'noSlides'}
  | {reason: 'tooManySlides'; count: number; most: number}

/** Breaks the reading off from wherever a file turns out to be unfit; `readDeck` makes a value of it. */
export class DeckRefusedError extends Error {
  readonly refusal: DeckRefusal

  constructor(refusal: DeckRefusal) {
    super(`The deck is refused: ${JSON.stringify(refusal)}`)
    this.name = 'DeckRefusedError'
    this.refusal = refusal
  }
}
