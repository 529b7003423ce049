import {badRequest} from '../apiError.ts'
import {LONGEST_SIDE, type ImageParameters} from './imageParameters.ts'
import type {Rectangle} from './parameterReaders.ts'

export interface Size {
  width: number
  height: number
}

interface Margins {
  left: number
  right: number
  top: number
  bottom: number
}

/** Where the pixels of the answer come from and where they go. */
export interface ImageLayout {
  /** The part of the image that is shown, before it is turned. */
  region: Rectangle
  /** The size it is brought to, before it is turned. */
  size: Size
  /** The background around it, after it is turned. */
  margins: Margins
  /** How many pixels of the answer stand for one that was asked for. */
  scale: number
}

/** Works out the layout of an image of a given size. */
export function imageLayout(source: Size, parameters: ImageParameters): ImageLayout {
  const base = insideOf(source, parameters.rect)
  const isTurned = parameters.or % 180 !== 0
  const turn = (size: Size): Size => (isTurned ? {width: size.height, height: size.width} : size)
  const seen = turn(base)
  const {shown, size, canvas} = fitted(seen, parameters)
  const pad = Math.round(parameters.pad ?? 0)
  const isSized = ['w', 'h', 'max-w', 'max-h', 'min-w', 'min-h'].some((name) => name in parameters)
  const longest = Math.max(canvas.width, canvas.height, size.width, size.height) + 2 * pad
  const scale = Math.min(isSized ? parameters.dpr : 1, LONGEST_SIDE / longest)
  const scaled = ({width, height}: Size): Size => ({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  })
  const isWhole = !shown || (parameters.fit === 'crop' && parameters.crop.includes('entropy'))
  return {
    region: isWhole ? base : cutOut(base, turn(shown), parameters),
    size: turn(scaled(size)),
    margins: around(scaled(size), scaled(canvas), Math.round(pad * scale)),
    scale,
  }
}

function around(inner: Size, outer: Size, pad: number): Margins {
  const [freeX, freeY] = [outer.width - inner.width, outer.height - inner.height]
  const [left, top] = [Math.floor(freeX / 2), Math.floor(freeY / 2)]
  return {left: left + pad, right: freeX - left + pad, top: top + pad, bottom: freeY - top + pad}
}

function insideOf({width, height}: Size, rect: Rectangle | undefined): Rectangle {
  if (!rect) return {left: 0, top: 0, width, height}
  if (rect.left >= width || rect.top >= height) {
    throw badRequest(`"rect" lies outside the image, which is ${width}x${height}`)
  }
  return {
    ...rect,
    width: Math.min(rect.width, width - rect.left),
    height: Math.min(rect.height, height - rect.top),
  }
}

interface Fitted {
  /** The size of the part of the source that is shown; all of it when absent. */
  shown?: Size
  size: Size
  canvas: Size
}

function fitted(source: Size, parameters: ImageParameters): Fitted {
  const {w, h, fit} = parameters
  if (fit === 'crop') return cropped(source, cropSize(source, parameters))
  if (w === undefined && h === undefined) return {size: source, canvas: source}
  const isBoth = w !== undefined && h !== undefined
  if (fit === 'min' && isBoth) {
    const shrink = Math.min(1, source.width / w, source.height / h)
    return cropped(source, {width: w * shrink, height: h * shrink})
  }
  if (fit === 'scale' && isBoth) {
    const size = {width: w, height: h}
    return {size, canvas: size}
  }
  const ratio = Math.min((w ?? Infinity) / source.width, (h ?? Infinity) / source.height)
  const factor = ['max', 'min', 'fillmax'].includes(fit) ? Math.min(1, ratio) : ratio
  const size = {width: source.width * factor, height: source.height * factor}
  const isFilled = (fit === 'fill' || fit === 'fillmax') && isBoth
  return {size, canvas: isFilled ? {width: w, height: h} : size}
}

function cropSize(source: Size, parameters: ImageParameters): Size {
  const {w, h} = parameters
  const wide = w ?? (h === undefined ? source.width : (h * source.width) / source.height)
  const high = h ?? (w === undefined ? source.height : (w * source.height) / source.width)
  return {
    width: Math.max(parameters['min-w'] ?? 0, Math.min(parameters['max-w'] ?? Infinity, wide)),
    height: Math.max(parameters['min-h'] ?? 0, Math.min(parameters['max-h'] ?? Infinity, high)),
  }
}

function cropped(source: Size, size: Size): Fitted {
  const factor = Math.max(size.width / source.width, size.height / source.height)
  const shown = {width: size.width / factor, height: size.height / factor}
  return {shown, size, canvas: size}
}

const CLOCKWISE = ['top', 'right', 'bottom', 'left'] as const

function cutOut(base: Rectangle, shown: Size, parameters: ImageParameters): Rectangle {
  const {crop, focus, fit, or} = parameters
  const width = Math.max(1, Math.min(base.width, Math.round(shown.width)))
  const height = Math.max(1, Math.min(base.height, Math.round(shown.height)))
  const [spaceX, spaceY] = [base.width - width, base.height - height]
  const isFocused = fit === 'crop' && crop.includes('focalpoint')
  const starts = (edge: number): boolean => {
    const seen = CLOCKWISE[(edge + or / 90) % 4]
    return fit === 'crop' && seen !== undefined && crop.includes(seen)
  }
  const place = (space: number, start: number, end: number, centre: number): number => {
    if (isFocused) return Math.max(0, Math.min(space, Math.round(centre)))
    if (starts(start)) return 0
    return starts(end) ? space : Math.round(space / 2)
  }
  const left = place(spaceX, 3, 1, base.width * focus.x - width / 2)
  const top = place(spaceY, 0, 2, base.height * focus.y - height / 2)
  return {left: base.left + left, top: base.top + top, width, height}
}
