import type {PreviewConfig} from '@sanity/types'
import {SLIDE_KINDS, SLIDE_USES, titleOf} from '../../schemas/choices.ts'
import {firstLine} from './firstLine.ts'
import {joined} from './joined.ts'
import {SlideThumbnail} from './SlideThumbnail.tsx'

const FIELDS = {
  title: 'headline',
  kind: 'kind',
  body: 'body',
  claim0: 'claims.0.code',
  claim1: 'claims.1.code',
  claim2: 'claims.2.code',
  visual: 'visual.asset.url',
  artwork: 'artwork.picture.asset.url',
}

/**
 * A slide in lists: small, as it looks, with its headline, kind and claims in words. Its first line stands on the small
 * slide: a third line of words would run into the next row of a list.
 */
export const slidePreview: PreviewConfig = {select: FIELDS, prepare: (slide) => prepareSlide(slide)}

/** The place of a slide in a deck: the slide that stands there, its first line, and how it is used. */
export const deckEntryPreview: PreviewConfig = {
  select: {
    ...Object.fromEntries(Object.entries(FIELDS).map(([name, path]) => [name, `slide.${path}`])),
    use: 'use',
  },
  prepare: (entry) => {
    const text = firstLine(entry.body)
    const slide = prepareSlide(entry, titleOf(SLIDE_USES, entry.use))
    return text === undefined ? slide : {...slide, description: text}
  },
}

function prepareSlide(slide: Readonly<Record<string, unknown>>, use?: string) {
  const headline = typeof slide.title === 'string' && slide.title ? slide.title : 'Untitled slide'
  const kind = titleOf(SLIDE_KINDS, slide.kind)
  const text = firstLine(slide.body)
  const media = (
    <SlideThumbnail
      headline={headline}
      kind={kind}
      {...(text === undefined ? {} : {text})}
      {...(typeof slide.visual === 'string' ? {visual: slide.visual} : {})}
      {...(typeof slide.artwork === 'string' ? {artwork: slide.artwork} : {})}
    />
  )
  const codes = joined(', ', slide.claim0, slide.claim1, slide.claim2)
  return {
    title: headline,
    subtitle: joined(' · ', use, kind, codes),
    media,
  }
}
