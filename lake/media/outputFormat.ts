import type {Sharp} from 'sharp'
import type {ImageParameters} from './imageParameters.ts'

export type OutputFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff'

/** Kinds of images that a browser says it takes. */
export interface Accepted {
  avif: boolean
  webp: boolean
}

export function acceptedFrom(header: string | undefined): Accepted {
  const kinds = (header ?? '').toLowerCase()
  return {avif: kinds.includes('image/avif'), webp: kinds.includes('image/webp')}
}

const SAME: readonly OutputFormat[] = ['jpg', 'png', 'webp', 'avif', 'gif', 'tiff']

/** The format of an answer: the one named, the best that is taken, or that of the image itself. */
export function outputFormat(
  {fm, auto}: Pick<ImageParameters, 'fm' | 'auto'>,
  extension: string,
  accepted: Accepted,
  isAnimated: boolean,
): OutputFormat {
  if (fm !== undefined) return fm === 'pjpg' ? 'jpg' : fm
  if (auto && accepted.avif && !isAnimated) return 'avif'
  if (auto && accepted.webp) return 'webp'
  return SAME.find((format) => format === extension) ?? 'png'
}

/** As documented for the hosted service. */
const QUALITY = 75

/** Has the image written in a format. */
export function written(image: Sharp, format: OutputFormat, {q, fm}: ImageParameters): Sharp {
  const quality = Math.max(1, Math.round(q ?? QUALITY))
  switch (format) {
    case 'jpg':
      return image.jpeg({quality, progressive: fm === 'pjpg'})
    case 'webp':
      return image.webp({quality})
    case 'avif':
      // The least effort takes a hundredth of the time of the default, and little more space.
      return image.avif({quality: Math.max(1, Math.round(q ?? 50)), effort: 0})
    case 'tiff':
      return image.tiff({quality})
    case 'gif':
      return image.gif()
    default:
      return image.png()
  }
}
