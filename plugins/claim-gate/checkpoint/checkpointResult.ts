/** Why a checkpoint was not changed. */
export type CheckpointRefusal =
  | {reason: 'gone'}
  | {reason: 'closed'}
  | {reason: 'moved'}
  | {reason: 'titleMissing'}
  | {reason: 'groupMissing'}
  | {reason: 'reasonMissing'}
  | {reason: 'notGated'; id: string}
  | {reason: 'notThere'; id: string}
  | {reason: 'elsewhere'; id: string; checkpoint: string}
  | {reason: 'notMember'; id: string}
  | {reason: 'notOwner'; owner: string}
  | {reason: 'notChange'}
  | {reason: 'notDependant'; id: string}
  | {reason: 'otherGroup'}
  | {reason: 'noAgreement'}
  | {reason: 'notAsked'}

export type CheckpointResult = {changed: string} | {refused: CheckpointRefusal}

/** Who does something to a checkpoint: the token must be this person's own. */
export interface Actor {
  /** Account id. */
  account: string
  /** As it is printed. */
  name: string
}
