import {horizonProjection, pinHolds, sealHolds} from './alignedFragment.ts'

const DELIVERED = `{
  "_id": subject._ref,
  code,
  sealedAt,
  "validUntil": ${horizonProjection},
  "asset": subject->
}`

/** Every asset of `$type` that may be delivered now, with its code and how long it may be cached. */
export const ALIGNED_ASSETS_QUERY = `*[_type == "seal"][subject->_type == $type]${sealHolds}${DELIVERED} | order(_id asc)`

/** The document under `$id` if it may be delivered now, otherwise `null`. */
export const ALIGNED_ASSET_QUERY = `*[_id == "seal-" + $id]${sealHolds}${DELIVERED}[0]`

/**
 * Every asset of `$type` that is published and withheld now, with the ids of what it rests on that moved. An asset that
 * was never sealed has no `code`; one whose own content moved has `ownContentMoved`.
 */
export const WITHHELD_ASSETS_QUERY = `*[_type == $type][count(*[_id == "seal-" + ^._id]${sealHolds}) == 0]{
  _id,
  "code": *[_id == "seal-" + ^._id][0].code,
  "ownContentMoved": count(*[_id == "seal-" + ^._id][rev == ^._rev]) == 0,
  "validFrom": *[_id == "seal-" + ^._id][0].validFrom,
  "validUntil": *[_id == "seal-" + ^._id][0].validUntil,
  "moved": *[_id == "seal-" + ^._id][0].pins[count([@]${pinHolds}) == 0].doc._ref
} | order(_id asc)`
