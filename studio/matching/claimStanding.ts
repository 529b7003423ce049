/** What becomes of words that rest on a claim today; `changing`: in force, while a draft of it is being written. */
export type ClaimStanding = 'inForce' | 'changing' | 'notInForce' | 'unpublished'
