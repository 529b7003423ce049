/** What a client puts into the address of a listener, with room for the rest of it: it refuses anything longer. */
const ROOM = 12_000

/** As many of the ids, from the first, as the listener of one list can be given. */
function fitting(ids: readonly string[]): string[] {
  const lengths = ids.map((id) => encodeURIComponent(`"${id}",`).length)
  let room = ROOM
  const end = lengths.findIndex((length) => {
    room -= length
    return room < 0
  })
  return ids.slice(0, end === -1 ? ids.length : end)
}

/** Whether a list of all of these can be listened to. */
export const fits = (ids: readonly string[]): boolean => fitting(ids).length === ids.length

/**
 * The GROQ filter of a list, with what it calls `$named`, and how many documents it shows. Where there are too many ids, and
 * not too many others, these are named instead.
 */
export function filterFor(
  ids: readonly string[],
  others?: readonly string[],
): {filter: string; named: string[]; count: number} {
  const shown = fitting(ids)
  const areOthersAll = others !== undefined && fits(others)
  return shown.length < ids.length && areOthersAll
    ? {filter: '!(_id in $named)', named: [...others], count: ids.length}
    : {filter: '_id in $named', named: shown, count: shown.length}
}
