/** Each 0–255. */
export interface Rgb {
  r: number
  g: number
  b: number
}

/** Each 0–1. */
export interface Hsl {
  h: number
  s: number
  l: number
}

export function hslOf({r, g, b}: Rgb): Hsl {
  const [red, green, blue] = [r / 255, g / 255, b / 255]
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const [l, range] = [(most + least) / 2, most - least]
  if (range === 0) return {h: 0, s: 0, l}
  const s = range / (1 - Math.abs(2 * l - 1))
  if (most === red) return {h: (((green - blue) / range + 6) % 6) / 6, s, l}
  return most === green
    ? {h: ((blue - red) / range + 2) / 6, s, l}
    : {h: ((red - green) / range + 4) / 6, s, l}
}

export function rgbOf({h, s, l}: Hsl): Rgb {
  const amplitude = s * Math.min(l, 1 - l)
  const channel = (offset: number): number => {
    const place = (offset + h * 12) % 12
    return Math.round(255 * (l - amplitude * Math.max(-1, Math.min(place - 3, 9 - place, 1))))
  }
  return {r: channel(0), g: channel(8), b: channel(4)}
}
