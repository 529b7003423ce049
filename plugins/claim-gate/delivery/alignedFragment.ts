/*
 * GROQ that decides delivery. Filters are chained, never joined by `&&`, so that the cheap ones come first; every
 * condition counts what is there, because in GROQ `null == null` is true and an empty list counts as 0.
 */

/** Filters on one pin of a seal: its member stands as sealed, in a wording that may be rested on, within its dates. */
export const pinHolds =
  `[defined(fingerprint)]` +
  `[defined(seal->rev)]` +
  `[doc->_rev == seal->rev]` +
  `[seal->subject._ref == doc._ref]` +
  `[fingerprint in seal->accepts[!defined(until) || dateTime(until) > dateTime(now())].fingerprint]` +
  `[!defined(seal->validFrom) || dateTime(seal->validFrom) <= dateTime(now())]` +
  `[!defined(seal->validUntil) || dateTime(seal->validUntil) > dateTime(now())]`

/** Filters on seals: only those whose document may be delivered at this moment. Perspective `published`. */
export const sealHolds =
  `[_id == "seal-" + subject._ref]` +
  `[defined(rev)]` +
  `[subject->_rev == rev]` +
  `[!defined(validFrom) || dateTime(validFrom) <= dateTime(now())]` +
  `[!defined(validUntil) || dateTime(validUntil) > dateTime(now())]` +
  `[defined(pinCount)]` +
  `[count(pins) == pinCount]` +
  `[count(array::unique(pins[]{"k": doc._ref + " " + fingerprint}.k)) == pinCount]` +
  `[count(pins${pinHolds}) == pinCount]`

/** Filter on documents: `*[_type == "deckSlide"]` followed by this holds only what may be delivered. */
export const alignedFilter = `[count(*[_id == "seal-" + ^._id]${sealHolds}) == 1]`

/** On a seal that holds: the instant until which a portal may cache it; `null` when nothing in it ends any more. */
export const horizonProjection = `[validUntil, ...pins[].seal->validUntil, ...pins[].seal->accepts[].until][defined(@)][dateTime(@) > dateTime(now())] | order(@ asc)[0]`
