import sharp, {type Sharp} from 'sharp'
import {badRequest} from '../apiError.ts'
import {blurHashOf} from './blurHash.ts'
import {cameraMetadata} from './cameraMetadata.ts'
import {draw, mayBeDrawing} from './draw.ts'
import {imageFailure, LONGEST_WORK} from './imageFailure.ts'
import type {Size} from './imageLayout.ts'
import {MOST_PIXELS} from './imageLimits.ts'
import {paletteOf} from './palette.ts'

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
  }
}

const FORMATS: Readonly<Record<string, {extension: string; mimeType: string}>> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  avif: {extension: 'avif', mimeType: 'image/avif'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
  tiff: {extension: 'tiff', mimeType: 'image/tiff'},
}
const SVG = {extension: 'svg', mimeType: 'image/svg+xml'}
/** Enough of a drawing to see its colours, and whether one can see through it. */
const MOST_DRAWN = 1_000_000
/** As on the hosted service: a picture so small that it stands in for the real one while that loads. */
const LQIP_WIDTH = 20
/** Pixels, on the longer side, that its colours are counted in. */
const COUNTED_SIDE = 160
const HASHED_SIDE = 32

/** Reads what the asset document says of an image; refuses what is no image. */
export async function imageMetadata(
  bytes: Uint8Array,
  parts: ReadonlySet<string>,
): Promise<ImageDescription> {
  const {image, size, hasAlpha, format, exif} = mayBeDrawing(bytes)
    ? await openDrawing(bytes)
    : await openPicture(bytes)
  const {width, height} = size
  const {isOpaque, shown} = await readPixels(image, hasAlpha, parts).catch((error: unknown) => {
    throw imageFailure(error, 'The image cannot be read to its end')
  })
  return {
    ...format,
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha,
      isOpaque,
      ...shown,
      ...cameraMetadata(exif, parts),
    },
  }
}

interface Opened {
  image: Sharp
  size: Size
  hasAlpha: boolean
  format: {extension: string; mimeType: string}
  exif?: Buffer | undefined
}

async function openPicture(bytes: Uint8Array): Promise<Opened> {
  const image = sharp(bytes, {failOn: 'error', limitInputPixels: MOST_PIXELS})
  const meta = await image.metadata().catch(() => undefined)
  const format = meta?.format ? FORMATS[meta.format] : undefined
  if (!meta || !format) throw badRequest('The file is not an image of a kind that is known here')
  return {image, size: meta.autoOrient, hasAlpha: meta.hasAlpha, format, exif: meta.exif}
}

async function openDrawing(bytes: Uint8Array): Promise<Opened> {
  const {own, image} = await draw(bytes, 1, MOST_DRAWN)
  return {image, size: own, hasAlpha: true, format: SVG}
}

/** One after the other: each reads all the pixels, whichever parts are asked for, so that none is cut off. */
async function readPixels(
  image: Sharp,
  hasAlpha: boolean,
  parts: ReadonlySet<string>,
): Promise<{isOpaque: boolean; shown: object}> {
  const {data, info} = await pixelsOf(image.clone().autoOrient(), COUNTED_SIDE)
  const small = sharp(data, {raw: {width: info.width, height: info.height, channels: 4}})
  return {
    isOpaque: !hasAlpha || (await hasNoHole(image)),
    shown: await appearance(small, data, parts),
  }
}

const OPAQUE = Buffer.alloc(64 * 1024, 255)

async function hasNoHole(image: Sharp): Promise<boolean> {
  const whole = image.clone().timeout(LONGEST_WORK).toColourspace('srgb')
  const opacity = await whole.extractChannel('alpha').raw({depth: 'uchar'}).toBuffer()
  for (let start = 0; start < opacity.length; start += OPAQUE.length) {
    const part = opacity.subarray(start, start + OPAQUE.length)
    if (!part.equals(OPAQUE.subarray(0, part.length))) return false
  }
  return true
}

/** All from the same smaller picture. */
async function appearance(
  small: Sharp,
  pixels: Uint8Array,
  parts: ReadonlySet<string>,
): Promise<object> {
  const has = (part: string): boolean => parts.has(part)
  const lqip = has('lqip') ? await small.clone().resize(LQIP_WIDTH).png().toBuffer() : undefined
  const hashed = has('blurhash') ? await pixelsOf(small, HASHED_SIDE) : undefined
  return {
    ...(lqip ? {lqip: `data:image/png;base64,${lqip.toString('base64')}`} : {}),
    ...(has('palette') ? {palette: paletteOf(pixels)} : {}),
    ...(hashed ? {blurHash: blurHashOf(hashed.data, hashed.info)} : {}),
  }
}

/** Red, green, blue and opacity of a smaller picture, a byte each. */
const pixelsOf = (image: Sharp, side: number) =>
  image
    .clone()
    .timeout(LONGEST_WORK)
    .resize(side, side, {fit: 'inside', withoutEnlargement: true})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true})
