import {gatedType} from '../model/gateModel.ts'
import {isOpen} from '../model/checkpoint.ts'
import {idAt} from '../model/record.ts'
import {isLetOut} from './isLetOut.ts'
import type {Judging} from './judging.ts'
import type {Standing} from './standing.ts'
import type {Reason} from './verdict.ts'

/**
 * Why approved content does not go out by itself: it belongs to an open checkpoint other than the one that is judged, or
 * has never been out and has to go out first through a launch checkpoint. What was let out before never waits.
 */
export function waiting({model, world}: Judging, standing: Standing): Reason | undefined {
  const {id, document, fingerprint} = standing
  const seal = world.seals.get(id)
  if (isLetOut(world, id, fingerprint)) return undefined
  const named = world.checkpoints.get(id) ?? []
  const other = named.find((each) => isOpen(each) && each._id !== world.basis)
  if (other) return {kind: 'waiting', checkpoint: other._id}
  const path = gatedType(model, document._type)?.firstPublish?.groupPath
  const group = path === undefined ? undefined : idAt(document, path)
  if (group === undefined || !world.agreements.has(group)) return undefined
  const launches = named.filter((each) => each.kind === 'launch' && each.group === group)
  const hasBeenOut =
    (seal?.reviews.length ?? 0) > 0 || launches.some(({outcome}) => outcome === 'passed')
  const goesOutNow = launches.some(({_id}) => _id === world.basis)
  return hasBeenOut || goesOutNow ? undefined : {kind: 'waiting', group}
}
