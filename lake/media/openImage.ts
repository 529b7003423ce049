import sharp, {type Metadata, type Sharp} from 'sharp'
import {draw, mayBeDrawing} from './draw.ts'
import {imageLayout, type ImageLayout, type Size} from './imageLayout.ts'
import {MOST_PIXELS} from './imageLimits.ts'
import type {ImageParameters} from './imageParameters.ts'
import type {Rectangle} from './parameterReaders.ts'

/** What is drawn of more is made by enlarging it. */
const MOST_DRAWN = 16_000_000

export interface Source {
  bytes: Uint8Array
  extension: string
  /** As it was when the image was uploaded. */
  size: Size
}

/** How an image is to be read for what is asked of it. */
export interface OpenedImage {
  /** All of it, or only what is seen of it before it moves. */
  read: (isAnimated: boolean) => Sharp
  isAnimated: boolean
  layout: ImageLayout
  /** Absent when it is the whole image. */
  region?: Rectangle
}

/** Finds out how large an image is and whether it moves, without reading its pixels, unless it has to be drawn. */
export async function openImage(
  {bytes, size: own}: Source,
  parameters: ImageParameters,
): Promise<OpenedImage> {
  if (mayBeDrawing(bytes)) return openDrawing(bytes, own, parameters)
  const options = {limitInputPixels: MOST_PIXELS, failOn: 'none'} as const
  const meta = await sharp(bytes, options).metadata()
  const whole = seenSize(meta)
  const layout = imageLayout(whole, parameters)
  const {region, size, margins} = layout
  const frames = meta.pages ?? 1
  const canvas =
    (size.width + margins.left + margins.right) * (size.height + margins.top + margins.bottom)
  const pixels = Math.max(whole.width * whole.height, canvas) * frames
  const mayMove = !parameters.firstFrame && parameters.or === 0 && (meta.orientation ?? 1) === 1
  return {
    read: (animated) => sharp(bytes, {...options, animated}),
    isAnimated: frames > 1 && mayMove && pixels <= MOST_PIXELS,
    layout,
    ...(isAll(region, whole) ? {} : {region}),
  }
}

/** A drawing is drawn as large as it is needed. */
async function openDrawing(
  bytes: Uint8Array,
  own: Size,
  parameters: ImageParameters,
): Promise<OpenedImage> {
  const layout = imageLayout(own, parameters)
  const {region, size} = layout
  const wanted = Math.max(size.width / region.width, size.height / region.height)
  const {image, size: drawn} = await draw(bytes, wanted, MOST_DRAWN)
  const {width, height} = drawn
  const [x, y] = [width / own.width, height / own.height]
  const left = Math.min(width - 1, Math.round(region.left * x))
  const top = Math.min(height - 1, Math.round(region.top * y))
  const part = {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(region.width * x))),
    height: Math.max(1, Math.min(height - top, Math.round(region.height * y))),
  }
  return {
    read: () => image,
    isAnimated: false,
    layout,
    ...(isAll(region, own) ? {} : {region: part}),
  }
}

function seenSize({autoOrient, width, height}: Metadata): Size {
  return {width: autoOrient.width || width, height: autoOrient.height || height}
}

const isAll = (region: Rectangle, {width, height}: Size): boolean =>
  region.width === width && region.height === height
