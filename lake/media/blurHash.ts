import type {Size} from './imageLayout.ts'

/* The published format: https://github.com/woltapp/blurhash/blob/master/Algorithm.md */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~'
/** Components along the longer side. */
const MOST = 5

type Factor = readonly [number, number, number]

/** A text from which a blurred picture can be drawn; of pixels with red, green, blue and opacity, a byte each. */
export function blurHashOf(pixels: Uint8Array, {width, height}: Size): string {
  const along = (side: number, other: number): number =>
    side >= other ? MOST : Math.max(1, Math.ceil((MOST * side) / other))
  const [countX, countY] = [along(width, height), along(height, width)]
  const linear = Array.from(pixels, toLinear)
  const factors = Array.from({length: countX * countY}, (_, index) =>
    factorOf(linear, {width, height}, index % countX, Math.floor(index / countX)),
  )
  const [mean = [0, 0, 0], ...waves] = factors
  const largest = Math.max(0, ...waves.flat().map(Math.abs))
  const step = Math.max(0, Math.min(82, Math.floor(largest * 166 - 0.5)))
  const range = waves.length === 0 ? 1 : (step + 1) / 166
  return [
    inDigits(countX - 1 + (countY - 1) * 9, 1),
    inDigits(waves.length === 0 ? 0 : step, 1),
    inDigits(
      mean.reduce((sum, value) => sum * 256 + fromLinear(value), 0),
      4,
    ),
    ...waves.map((wave) => inDigits(waveDigits(wave, range), 2)),
  ].join('')
}

function factorOf(linear: readonly number[], {width, height}: Size, x: number, y: number): Factor {
  let [r, g, b] = [0, 0, 0]
  for (let row = 0; row < height; row++) {
    const vertical = Math.cos((Math.PI * y * row) / height)
    for (let column = 0; column < width; column++) {
      const basis = vertical * Math.cos((Math.PI * x * column) / width)
      const at = 4 * (row * width + column)
      r += basis * (linear[at] ?? 0)
      g += basis * (linear[at + 1] ?? 0)
      b += basis * (linear[at + 2] ?? 0)
    }
  }
  const scale = (x === 0 && y === 0 ? 1 : 2) / (width * height)
  return [r * scale, g * scale, b * scale]
}

function waveDigits(wave: Factor, range: number): number {
  return wave.reduce((sum, value) => {
    const part = value / range
    const bent = Math.sign(part) * Math.sqrt(Math.abs(part))
    return sum * 19 + Math.max(0, Math.min(18, Math.floor(bent * 9 + 9.5)))
  }, 0)
}

function toLinear(value: number): number {
  const part = value / 255
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function fromLinear(value: number): number {
  const part = Math.max(0, Math.min(1, value))
  const bent = part <= 0.003_130_8 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055
  return Math.floor(bent * 255 + 0.5)
}

const inDigits = (value: number, length: number): string =>
  Array.from({length}, (_, index) =>
    DIGITS.charAt(Math.floor(value / 83 ** (length - 1 - index)) % 83),
  ).join('')
