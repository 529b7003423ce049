import {isGated} from '../model/gateModel.ts'
import {buildSeal, isSameSeal, isTombstone} from '../sealer/buildSeal.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {Judging} from '../verdict/judging.ts'
import type {Member, Publication} from './publication.ts'

/**
 * Every seal of a world that is not yet what it must be once the members are out. A published member has the transaction
 * as its revision; whatever else is aligned then keeps its own.
 */
export function planSealsOf(
  judging: Judging,
  members: readonly Member[],
  transactionId: string,
): Publication['seals'] {
  const {model, world} = judging
  const ids = new Set(members.map(({id}) => id))
  return [...world.documents].flatMap(([id, document]) => {
    if (!isGated(model, document._type)) return []
    const rev = ids.has(id) ? transactionId : document._rev
    const standing = judging.standing(id)
    if (!rev || !standing || verdictOf(judging, standing).state !== 'aligned') return []
    const current = world.seals.get(id)
    // Recalled, and the withdrawal was taken away: it stays withheld until somebody answers for it.
    if (isTombstone(current) && !standing.withdrawal) return []
    const seal = buildSeal(judging, standing, rev)
    if (current && isSameSeal(current, seal)) return []
    return [{seal, ...(current ? {current} : {})}]
  })
}
