import sharp, {type Metadata} from 'sharp'
import {imageLayout, type ImageLayout, type Size} from './imageLayout.ts'
import {MOST_PIXELS} from './imageMetadata.ts'
import type {ImageParameters} from './imageParameters.ts'
import type {Rectangle} from './parameterReaders.ts'

/** How an image is to be read for what is asked of it. */
export interface OpenedImage {
  options: {limitInputPixels: number; failOn: 'none'; density?: number}
  isAnimated: boolean
  layout: ImageLayout
  /** Absent when it is the whole image. */
  region?: Rectangle
}

/** Finds out how large an image is and whether it moves, without reading its pixels. */
export async function openImage(
  bytes: Uint8Array,
  parameters: ImageParameters,
): Promise<OpenedImage> {
  const options = {limitInputPixels: MOST_PIXELS, failOn: 'none'} as const
  const meta = await sharp(bytes, options).metadata()
  const whole = seenSize(meta)
  const layout = imageLayout(whole, parameters)
  const {region, size, margins} = layout
  if (meta.format === 'svg') return openDrawing(bytes, options, layout, whole)
  const frames = meta.pages ?? 1
  const canvas =
    (size.width + margins.left + margins.right) * (size.height + margins.top + margins.bottom)
  const pixels = Math.max(whole.width * whole.height, canvas) * frames
  const mayMove = !parameters.firstFrame && parameters.or === 0 && (meta.orientation ?? 1) === 1
  return {
    options,
    isAnimated: frames > 1 && mayMove && pixels <= MOST_PIXELS,
    layout,
    ...(isAll(region, whole) ? {} : {region}),
  }
}

/** A drawing is drawn as large as it is needed. */
async function openDrawing(
  bytes: Uint8Array,
  options: OpenedImage['options'],
  layout: ImageLayout,
  whole: Size,
): Promise<OpenedImage> {
  const {region, size} = layout
  const wanted = Math.max(size.width / region.width, size.height / region.height)
  const most = Math.sqrt(MOST_PIXELS / 4 / (whole.width * whole.height))
  const density = Math.max(1, Math.min(10_000, Math.floor(72 * Math.min(wanted, most))))
  const drawn = {...options, density}
  const {width, height} = seenSize(await sharp(bytes, drawn).metadata())
  const [x, y] = [width / whole.width, height / whole.height]
  const left = Math.min(width - 1, Math.round(region.left * x))
  const top = Math.min(height - 1, Math.round(region.top * y))
  const part = {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(region.width * x))),
    height: Math.max(1, Math.min(height - top, Math.round(region.height * y))),
  }
  return {
    options: drawn,
    isAnimated: false,
    layout,
    ...(isAll(region, whole) ? {} : {region: part}),
  }
}

function seenSize({autoOrient, width, height}: Metadata): Size {
  return {width: autoOrient.width || width, height: autoOrient.height || height}
}

const isAll = (region: Rectangle, {width, height}: Size): boolean =>
  region.width === width && region.height === height
