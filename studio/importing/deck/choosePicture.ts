import {DECK_LIMITS} from './deckLimits.ts'
import type {DeckPicture, LeftOut} from './importedDeck.ts'
import {pictureType} from './pictureType.ts'
import {pixelsOf} from './pixelsOf.ts'
import type {FoundPicture, SlideContext} from './slideParts.ts'

interface Chosen {
  picture?: DeckPicture
  leftOut: readonly LeftOut[]
}

/** The picture that takes most of the slide among those that can be shown elsewhere; the others are named. */
export function choosePicture(found: readonly FoundPicture[], context: SlideContext): Chosen {
  const leftOut: LeftOut[] = []
  let picture: DeckPicture | undefined
  for (const each of found.toSorted((a, b) => b.area - a.area)) {
    // Unpacked only as far as one is needed.
    if (picture) leftOut.push(unread(each, context))
    else {
      const result = readPicture(each, context)
      if ('bytes' in result) picture = result
      else leftOut.push(result)
    }
  }
  return picture ? {picture, leftOut} : {leftOut}
}

function readPicture(found: FoundPicture, context: SlideContext): DeckPicture | LeftOut {
  const part = partOf(found, context)
  if (part === undefined) return {kind: 'linkedPicture', name: nameOf(found)}
  const bytes = context.archive.bytes(part)
  const type = bytes && pictureType(bytes)
  const filename = filenameOf(part)
  if (!type || pixelsOf(bytes, type) > DECK_LIMITS.pixels)
    return {kind: 'pictureFormat', name: `${nameOf(found)}, ${filename}`}
  const {alt} = found
  return {bytes, mimeType: type.mimeType, filename, ...(alt === undefined ? {} : {alt})}
}

function unread(found: FoundPicture, context: SlideContext): LeftOut {
  const part = partOf(found, context)
  if (part === undefined) return {kind: 'linkedPicture', name: nameOf(found)}
  return /\.(?:png|jpe?g|gif|webp)$/iu.test(part)
    ? {kind: 'otherPicture', name: nameOf(found)}
    : {kind: 'pictureFormat', name: `${nameOf(found)}, ${filenameOf(part)}`}
}

function partOf({embed}: FoundPicture, {relationships}: SlideContext): string | undefined {
  const part = relationships.get(embed ?? '')
  return part && !part.external ? part.target : undefined
}

const filenameOf = (part: string): string => part.split('/').at(-1) ?? ''

const nameOf = ({name, alt}: FoundPicture): string => alt ?? name
