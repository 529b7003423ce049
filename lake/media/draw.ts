import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import sharp, {type Sharp} from 'sharp'
import {badRequest, type ApiError} from '../apiError.ts'
import {LONGEST_WORK} from './imageFailure.ts'
import type {Size} from './imageLayout.ts'
import {MOST_PIXELS} from './imageLimits.ts'

export interface Drawn {
  /** The size that the drawing gives itself. */
  own: Size
  /** The size that it was drawn in. */
  size: Size
  image: Sharp
}

const MOST_BYTES = 4 * 1024 * 1024

/** What the files of all other images begin with; no drawing can, in whatever encoding it is written. */
const OTHERS = [
  '\u00ff\u00d8\u00ff',
  '\u0089PNG',
  'GIF8',
  'RIFF',
  'II*\0',
  'MM\0*',
  'II+\0',
  'MM\0+',
]

/** Whether a file, if it is an image, is a drawing (SVG): only a process apart may look into it then. */
export function mayBeDrawing(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const isFilm = start.startsWith('\0') && start.startsWith('ftyp', 4)
  return !isFilm && !OTHERS.some((other) => start.startsWith(other))
}

/** Beside this file: as it was written, or as it was compiled for those who install the package. */
const PROGRAM = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? './drawingProcess.ts' : './drawingProcess.js',
    import.meta.url,
  ),
)

/**
 * Draws a drawing so many times its own size, or smaller when that is more pixels than wanted. A few bytes of it can
 * ask for hours of work, and nothing stops the library that does it, except the end of its process.
 * @throws ApiError 400 when it cannot be drawn, or would take too long or too much memory.
 */
export async function draw(bytes: Uint8Array, scale: number, mostPixels: number): Promise<Drawn> {
  if (bytes.byteLength > MOST_BYTES)
    throw badRequest('A drawing (SVG) may have 4 MB; save it as PNG')
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    throw badRequest('A compressed drawing (SVGZ) is not taken; save it as SVG or PNG')
  const running = promisify(execFile)(
    process.execPath,
    [PROGRAM, ...[scale, mostPixels, MOST_PIXELS].map(String)],
    {
      encoding: 'buffer',
      maxBuffer: Infinity,
      timeout: LONGEST_WORK.seconds * 1000,
      killSignal: 'SIGKILL',
      windowsHide: true,
    },
  )
  // It may end before it has read everything; how it ended is told below.
  running.child.stdin?.on('error', () => undefined).end(bytes)
  const {stdout} = await running.catch((error: unknown) => {
    throw refusal(error)
  })
  const number = (place: number): number => stdout.readUInt32LE(4 * place)
  const size = {width: number(2), height: number(3)}
  return {
    own: {width: number(0), height: number(1)},
    size,
    image: sharp(stdout.subarray(16), {raw: {...size, channels: 4}}),
  }
}

function refusal(error: unknown): unknown {
  if (!(error instanceof Error && 'signal' in error && 'stderr' in error)) return error
  return error.signal === null ? notDrawn(String(error.stderr)) : tooMuch()
}

const tooMuch = (): ApiError =>
  badRequest(
    'The drawing (SVG) takes too long to draw, or too much memory; save it as PNG, or ask for a smaller picture of it',
  )

const notDrawn = (reason: string): ApiError =>
  badRequest(
    reason.includes('unsupported image format')
      ? 'The file is not an image of a kind that is known here'
      : `The drawing (SVG) cannot be drawn (${reason.trim()}); save it as PNG`,
  )
