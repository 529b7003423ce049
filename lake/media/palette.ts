import {hexOf} from './colour.ts'
import {hslOf, rgbOf, type Rgb} from './hsl.ts'

interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  /** Of text on it. */
  foreground: string
  /** Per cent of the pixels; 0 where the image has no such colour, and the nearest one was changed into it. */
  population: number
  title: string
}

interface Cluster extends Rgb {
  count: number
}

interface Target {
  lightness: number
  from: number
  to: number
  isVibrant: boolean
}

const TARGETS = {
  vibrant: {lightness: 0.5, from: 0.3, to: 0.7, isVibrant: true},
  darkVibrant: {lightness: 0.26, from: 0, to: 0.45, isVibrant: true},
  lightVibrant: {lightness: 0.74, from: 0.55, to: 1, isVibrant: true},
  muted: {lightness: 0.5, from: 0.3, to: 0.7, isVibrant: false},
  darkMuted: {lightness: 0.26, from: 0, to: 0.45, isVibrant: false},
  lightMuted: {lightness: 0.74, from: 0.55, to: 1, isVibrant: false},
} as const satisfies Record<string, Target>

/** Colours closer than this count as one. */
const NEAR = 28
const MUTED = {saturation: 0.3, most: 0.4}
const VIBRANT = {saturation: 1, least: 0.35}

/** The seven colours that stand for an image, from its pixels: red, green, blue and opacity, a byte each. */
export function paletteOf(pixels: Uint8Array): object {
  const clusters = clustersOf(pixels)
  const total = clusters.reduce((sum, {count}) => sum + count, 0)
  const [dominant = {r: 255, g: 255, b: 255, count: 0}] = clusters
  const named = Object.entries(TARGETS).map(([name, target]) => {
    const colour = best(clusters, target, dominant.count) ?? changed(dominant, target)
    return [name, swatch(colour, total)] as const
  })
  return {
    _type: 'sanity.imagePalette',
    dominant: swatch(dominant, total),
    ...Object.fromEntries(named),
  }
}

/** Groups of like pixels, the largest first. */
function clustersOf(pixels: Uint8Array): Cluster[] {
  const bins = new Map<number, Cluster>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha >= 128) add(bins, ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3), {r, g, b, count: 1})
  }
  const clusters: Cluster[] = []
  for (const bin of [...bins.values()].toSorted((x, y) => y.count - x.count)) {
    const near = clusters.find((cluster) => distance(cluster, bin) < NEAR ** 2)
    if (near) Object.assign(near, merged(near, bin))
    else clusters.push(bin)
  }
  return clusters.toSorted((x, y) => y.count - x.count)
}

/** Squared: noise has so many colours that taking roots takes seconds. */
const distance = (a: Rgb, b: Rgb): number => (a.r - b.r) ** 2 + (a.g - b.g) ** 2 + (a.b - b.b) ** 2

function add(bins: Map<number, Cluster>, key: number, pixel: Cluster): void {
  const bin = bins.get(key)
  bins.set(key, bin ? merged(bin, pixel) : pixel)
}

function merged(a: Cluster, b: Cluster): Cluster {
  const count = a.count + b.count
  const mean = (x: number, y: number): number => (x * a.count + y * b.count) / count
  return {r: mean(a.r, b.r), g: mean(a.g, b.g), b: mean(a.b, b.b), count}
}

function best(clusters: readonly Cluster[], target: Target, most: number): Cluster | undefined {
  const fitting = clusters.flatMap((cluster) => {
    const {s, l} = hslOf(cluster)
    const isFitting =
      l >= target.from &&
      l <= target.to &&
      (target.isVibrant ? s >= VIBRANT.least : s <= MUTED.most)
    if (!isFitting) return []
    const saturation = target.isVibrant ? VIBRANT.saturation : MUTED.saturation
    const score =
      3 * (1 - Math.abs(s - saturation)) +
      6 * (1 - Math.abs(l - target.lightness)) +
      cluster.count / most
    return [{cluster, score}]
  })
  return fitting.toSorted((x, y) => y.score - x.score)[0]?.cluster
}

function changed(colour: Rgb, {lightness, isVibrant}: Target): Cluster {
  const {h, s} = hslOf(colour)
  const saturation = isVibrant ? Math.max(s, VIBRANT.least) : Math.min(s, MUTED.most)
  return {...rgbOf({h, s: s === 0 ? 0 : saturation, l: lightness}), count: 0}
}

function swatch(colour: Cluster, total: number): Swatch {
  const brightness = (colour.r * 299 + colour.g * 587 + colour.b * 114) / 1000
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: hexOf(colour),
    foreground: brightness < 150 ? '#fff' : '#000',
    population: total === 0 ? 0 : Math.round((colour.count / total) * 10_000) / 100,
    title: brightness < 200 ? '#fff' : '#000',
  }
}
