/** What a client puts into the address of a listener, with room for the rest of it: it refuses anything longer. */
const ROOM = 12_000

/** As many of the ids, from the first, as the listener of one list can be given. */
export function fitting(ids: readonly string[]): string[] {
  const lengths = ids.map((id) => encodeURIComponent(`"${id}",`).length)
  let room = ROOM
  const end = lengths.findIndex((length) => {
    room -= length
    return room < 0
  })
  return ids.slice(0, end === -1 ? ids.length : end)
}
