import sharp from 'sharp'
import {badRequest} from '../apiError.ts'

export interface ImageDescription {
  extension: string
  mimeType: string
  metadata: {
    _type: 'sanity.imageMetadata'
    dimensions: {
      _type: 'sanity.imageDimensions'
      width: number
      height: number
      aspectRatio: number
    }
    hasAlpha: boolean
    isOpaque: boolean
    lqip: string
    palette: object
  }
}

const FORMATS: Readonly<Record<string, {extension: string; mimeType: string}>> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  avif: {extension: 'avif', mimeType: 'image/avif'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
  tiff: {extension: 'tiff', mimeType: 'image/tiff'},
}
/** As on the hosted service: a picture so small that it stands in for the real one while that loads. */
const LQIP_WIDTH = 20

/** Reads what the asset document says of an image; refuses what is no image. */
export async function imageMetadata(bytes: Uint8Array): Promise<ImageDescription> {
  const image = sharp(bytes, {failOn: 'error', limitInputPixels: 100_000_000})
  const meta = await image.metadata().catch(() => undefined)
  const format = meta?.format ? FORMATS[meta.format] : undefined
  if (!meta || !format) throw badRequest('The file is not an image of a kind that is known here')
  const {width, height} = meta.autoOrient ?? meta
  const [{isOpaque, dominant}, small] = await Promise.all([
    image.stats(),
    image.clone().autoOrient().resize(LQIP_WIDTH).png().toBuffer(),
  ]).catch(() => {
    throw badRequest('The image cannot be read to its end')
  })
  const background = `#${[dominant.r, dominant.g, dominant.b].map((value) => value.toString(16).padStart(2, '0')).join('')}`
  const swatch = {
    _type: 'sanity.imagePaletteSwatch',
    background,
    foreground: isLight(dominant) ? '#000' : '#fff',
    population: 1,
    title: '#fff',
  }
  return {
    ...format,
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha: meta.hasAlpha ?? false,
      isOpaque,
      lqip: `data:image/png;base64,${small.toString('base64')}`,
      palette: {_type: 'sanity.imagePalette', dominant: swatch},
    },
  }
}

function isLight({r, g, b}: {r: number; g: number; b: number}): boolean {
  return 0.299 * r + 0.587 * g + 0.114 * b > 150
}
