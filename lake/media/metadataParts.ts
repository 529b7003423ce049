import {badRequest} from '../apiError.ts'

const DEFAULT = ['palette', 'lqip', 'blurhash']
const KNOWN = new Set([...DEFAULT, 'thumbhash', 'image', 'exif', 'location', 'none'])

/** Which parts of the metadata of an image an upload asks for; some are there unless others are named. */
export function metadataParts(asked: readonly string[]): Set<string> {
  const names = asked.flatMap((list) => list.split(',')).filter((name) => name !== '')
  const unknown = names.find((name) => !KNOWN.has(name))
  if (unknown !== undefined) {
    throw badRequest(
      `Unknown metadata ${JSON.stringify(unknown)}: there is ${[...KNOWN].join(', ')}`,
    )
  }
  return new Set(names.length === 0 ? DEFAULT : names)
}
