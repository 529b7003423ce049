import sharp, {type Sharp} from 'sharp'
import type {Colour} from './colour.ts'
import {imageFailure, LONGEST_WORK} from './imageFailure.ts'
import type {ImageLayout, Size} from './imageLayout.ts'
import type {ImageParameters} from './imageParameters.ts'
import {openImage, type Source} from './openImage.ts'
import {outputFormat, written, type Accepted, type OutputFormat} from './outputFormat.ts'

export interface TransformedImage {
  bytes: Uint8Array
  format: OutputFormat
}

/** A stronger blur is made on a smaller picture, where it costs no more and looks the same. */
const STRONGEST_BLUR = 8
const WHITE: Colour = {r: 255, g: 255, b: 255, alpha: 1}
const CLEAR: Colour = {r: 0, g: 0, b: 0, alpha: 0}

/**
 * Makes of an image what an address asks for.
 * @throws ApiError 400 when that cannot be made.
 */
export async function transformImage(
  source: Source,
  parameters: ImageParameters,
  accepted: Accepted,
): Promise<TransformedImage> {
  try {
    return await transformed(source, parameters, accepted)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw imageFailure(error, `The image cannot be transformed so (${reason})`)
  }
}

async function transformed(
  source: Source,
  parameters: ImageParameters,
  accepted: Accepted,
): Promise<TransformedImage> {
  const opened = await openImage(source, parameters)
  const format = outputFormat(parameters, source.extension, accepted, opened.isAnimated)
  const isAnimated = opened.isAnimated && (format === 'gif' || format === 'webp')
  const {layout, region} = opened
  const image = opened.read(isAnimated).timeout(LONGEST_WORK).autoOrient()
  if (region) image.extract(region)
  const picture = await sized(image, layout.size, parameters, layout.scale, isAnimated)
  turned(picture, parameters)
  coloured(picture, layout, parameters, format)
  return {bytes: await written(picture, format, parameters).toBuffer(), format}
}

async function sized(
  image: Sharp,
  {width, height}: Size,
  parameters: ImageParameters,
  scale: number,
  isAnimated: boolean,
): Promise<Sharp> {
  const isEntropy = parameters.fit === 'crop' && parameters.crop.includes('entropy')
  const resize = (wide: number, high: number): Sharp =>
    image.resize(Math.max(1, Math.round(wide)), Math.max(1, Math.round(high)), {
      fit: isEntropy ? 'cover' : 'fill',
      position: isEntropy && !isAnimated ? sharp.strategy.entropy : 'centre',
    })
  const sigma = parameters.blur === undefined ? 0 : Math.max(0.3, (parameters.blur * scale) / 2)
  if (sigma === 0) return resize(width, height)
  if (sigma <= STRONGEST_BLUR || isAnimated) {
    return resize(width, height).blur(Math.min(sigma, STRONGEST_BLUR))
  }
  const less = STRONGEST_BLUR / sigma
  const small = await resize(width * less, height * less)
    .blur(STRONGEST_BLUR)
    .png()
    .toBuffer()
  return sharp(small).timeout(LONGEST_WORK).resize(width, height, {fit: 'fill'})
}

/** It is turned before it is flipped; the library does it in the other order. */
function turned(picture: Sharp, {or, flip}: ImageParameters): void {
  const isOnSide = or % 180 !== 0
  if (isOnSide ? flip.v : flip.h) picture.flop()
  if (isOnSide ? flip.h : flip.v) picture.flip()
  if (or !== 0) picture.rotate(or)
}

function coloured(
  picture: Sharp,
  {margins}: ImageLayout,
  parameters: ImageParameters,
  format: OutputFormat,
): void {
  const {bg, sharp: sharpen = 0, grey, invert, space} = parameters
  const ground = format === 'jpg' ? over(bg ?? WHITE, WHITE) : bg
  const isSolid = ground?.alpha === 1
  if (isSolid) picture.flatten({background: invert ? inverted(ground) : ground})
  if (invert) picture.negate({alpha: false})
  if (grey || space === 'b-w') picture.greyscale()
  if (Object.values(margins).some((margin) => margin > 0)) {
    picture.ensureAlpha().extend({...margins, background: isSolid ? ground : CLEAR})
  }
  if (sharpen > 0) picture.sharpen({sigma: 0.5 + sharpen / 50})
  if (ground && !isSolid) {
    const tile = {width: 1, height: 1, channels: 4, background: ground} as const
    picture.composite([{input: {create: tile}, tile: true, blend: 'dest-over'}])
  }
  if (space === 'origin') picture.keepIccProfile()
  if (space === 'cmyk' && (format === 'jpg' || format === 'tiff')) picture.toColourspace('cmyk')
}

/** One colour painted over another. */
function over(top: Colour, bottom: Colour): Colour {
  const mix = (a: number, b: number): number => Math.round(a * top.alpha + b * (1 - top.alpha))
  return {r: mix(top.r, bottom.r), g: mix(top.g, bottom.g), b: mix(top.b, bottom.b), alpha: 1}
}

const inverted = ({r, g, b, alpha}: Colour): Colour => ({r: 255 - r, g: 255 - g, b: 255 - b, alpha})
