import {slideId} from '../build.ts'

export interface Drawing {
  /** What the picture says to somebody who cannot see it. */
  alt: string
  /** The shapes, on a canvas of 800 by 450. */
  shapes: string
}

const [INK, ACCENT, PALE] = ['#24425c', '#c8641e', '#b9c6d1']

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}"/>`
const circle = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
const line = (points: string, stroke: string, width = 6, dash = ''): string =>
  `<polyline points="${points}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-dasharray="${dash}"/>`

/** So many dots in rows of so many; the first few stand out. */
function dots(count: number, inRow: number, first: number, pitch: number): string {
  const [left, top] = [400 - ((inRow - 1) * pitch) / 2, 225 - ((count / inRow - 1) * pitch) / 2]
  return Array.from({length: count}, (_, at) =>
    circle(
      left + (at % inRow) * pitch,
      top + Math.floor(at / inRow) * pitch,
      pitch * 0.36,
      at < first ? ACCENT : PALE,
    ),
  ).join('')
}

/** Bars from nought to a hundred per cent, so that their heights compare as the rates do. */
const bars = (rates: readonly number[]): string =>
  line('150,400 650,400', INK, 4) +
  rates
    .map((rate, at) =>
      rect(240 + at * 190, 400 - rate * 3.4, 130, rate * 3.4, at === 0 ? ACCENT : PALE),
    )
    .join('')

/** The difference in °C with its interval, beside no difference and the margin. */
function interval([lower, mid, upper]: readonly [number, number, number], margin: number): string {
  const x = (value: number): number => 450 + value * 1250
  return [
    line(`${x(margin)},90 ${x(margin)},360`, INK, 4, '12 12'),
    line(`${x(0)},90 ${x(0)},360`, PALE, 4),
    line(`${x(lower)},225 ${x(upper)},225`, ACCENT, 10),
    circle(x(mid), 225, 16, ACCENT),
    line('150,400 650,400', INK, 4),
  ].join('')
}

/** A pad beneath somebody who lies on a table. */
const PAD = [
  rect(120, 300, 560, 26, ACCENT),
  rect(100, 326, 600, 20, INK),
  rect(220, 346, 24, 70, PALE),
  rect(556, 346, 24, 70, PALE),
  circle(190, 262, 36, PALE),
  rect(232, 236, 420, 62, PALE),
].join('')

/** Sound, time and weight: three pictograms that measure nothing. */
const ROOM = [
  line('120,200 150,250 180,170 210,270 240,190 270,230', ACCENT, 10),
  '<circle cx="400" cy="225" r="72" fill="none" stroke="#24425c" stroke-width="10"/>',
  line('400,225 400,175', INK, 10),
  line('400,225 436,246', INK, 10),
  rect(540, 270, 150, 16, INK),
  rect(604, 180, 22, 90, INK),
  line('540,190 690,170', PALE, 10),
  circle(545, 214, 22, PALE),
  circle(685, 194, 22, ACCENT),
].join('')

/** Pictures of slides, by the slide's id; what slides say in the words of the label has none. */
export const DRAWINGS: Readonly<Record<string, Drawing>> = {
  [slideId(1)]: {
    alt: 'A warming pad beneath a person who lies on an operating table.',
    shapes: PAD,
  },
  [slideId(2)]: {
    alt: 'A hundred dots, of which thirty-one stand out: those who arrived below 36.0 °C.',
    shapes: dots(100, 20, 31, 36),
  },
  [slideId(4)]: {
    alt: 'The difference of 0.02 °C with its interval from −0.06 to 0.10; all of it lies above the margin of −0.20, and it crosses the line of no difference.',
    shapes: interval([-0.06, 0.02, 0.1], -0.2),
  },
  [slideId(5)]: {
    alt: 'Two bars of nearly the same height, drawn from nought: 91.3% and 89.3%.',
    shapes: bars([91.3, 89.3]),
  },
  [slideId(6)]: {
    alt: 'A hundred dots, of which ninety-three stand out: those at 36.0 °C or above.',
    shapes: dots(100, 20, 93, 36),
  },
  [slideId(7)]: {
    alt: 'Two falling lines over 60 minutes: by 0.3 °C prewarmed, by 0.6 °C not prewarmed.',
    shapes: [
      line('150,400 650,400', INK, 4),
      line('170,100 630,220', ACCENT, 10),
      line('170,100 630,340', PALE, 10),
    ].join(''),
  },
  [slideId(8)]: {
    alt: 'Of 206 dots, 3 stand out: the patients with mild erythema.',
    shapes: dots(206, 23, 3, 30),
  },
  [slideId(9)]: {
    alt: 'Three pictograms: a sound wave, a clock and a pair of scales.',
    shapes: ROOM,
  },
}
