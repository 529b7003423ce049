import type {DeliveryDataset, Seal} from './deliveryDataset.ts'

export type TimeOf = (text: string) => number

/** Reads each date once and keeps it, which no query can hope for: a floor that flatters nobody. */
export function rememberedTime(): TimeOf {
  const known = new Map<string, number>()
  return (text) => {
    const time = known.get(text) ?? Date.parse(text)
    known.set(text, time)
    return time
  }
}

/** The delivery predicate as one would write it by hand over maps: the floor of what evaluates it as a query. */
export function mayBeDelivered(
  id: string,
  {all, seals}: DeliveryDataset,
  now: number,
  timeOf: TimeOf,
): boolean {
  const isInForce = ({validFrom, validUntil}: Seal): boolean => {
    if (validFrom !== undefined && timeOf(validFrom) > now) return false
    return validUntil === undefined || timeOf(validUntil) > now
  }
  const accepts = ({accepts: accepted}: Seal, fingerprint: string): boolean =>
    accepted.some(
      (one) =>
        one.fingerprint === fingerprint && (one.until === undefined || timeOf(one.until) > now),
    )
  const seal = seals.get(`seal-${id}`)
  if (!seal || seal._id !== `seal-${seal.subject._ref}`) return false
  if (all.get(seal.subject._ref)?._rev !== seal.rev || !isInForce(seal)) return false
  if (seal.pins.length !== seal.pinCount) return false
  const different = new Set<string>()
  for (const {doc, seal: reference, fingerprint} of seal.pins) {
    const member = seals.get(reference._ref)
    if (!member || all.get(doc._ref)?._rev !== member.rev) return false
    if (member.subject._ref !== doc._ref || !isInForce(member)) return false
    if (!accepts(member, fingerprint)) return false
    different.add(`${doc._ref} ${fingerprint}`)
  }
  return different.size === seal.pinCount
}
