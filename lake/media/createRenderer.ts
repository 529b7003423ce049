import {ApiError} from '../apiError.ts'
import type {TransformedImage} from './transformImage.ts'

export interface Renderer {
  /** The picture of that name: kept from before, being made already, or made now. */
  render(name: string, make: () => Promise<TransformedImage>): Promise<TransformedImage>
}

const KEPT_BYTES = 64 * 1024 * 1024
const AT_ONCE = 2
const MOST_WAITING = 500

/** Creates what makes pictures: few at once, and keeping those last asked for. */
export function createRenderer(): Renderer {
  const kept = new Map<string, TransformedImage>()
  const underWay = new Map<string, Promise<TransformedImage>>()
  const waiting: (() => void)[] = []
  let running = 0
  let size = 0

  const keep = (name: string, image: TransformedImage): void => {
    if (image.bytes.byteLength > KEPT_BYTES / 8) return
    kept.set(name, image)
    size += image.bytes.byteLength
    for (const [oldest, {bytes}] of kept) {
      if (size <= KEPT_BYTES) return
      kept.delete(oldest)
      size -= bytes.byteLength
    }
  }

  const inTurn = async (make: () => Promise<TransformedImage>): Promise<TransformedImage> => {
    if (running >= AT_ONCE) {
      if (waiting.length >= MOST_WAITING) throw tooBusy()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await make()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  const start = async (
    name: string,
    make: () => Promise<TransformedImage>,
  ): Promise<TransformedImage> => {
    try {
      const image = await inTurn(make)
      keep(name, image)
      return image
    } finally {
      underWay.delete(name)
    }
  }

  return {
    async render(name, make) {
      const known = kept.get(name)
      if (known) {
        kept.delete(name)
        kept.set(name, known)
        return known
      }
      const begun = underWay.get(name) ?? start(name, make)
      underWay.set(name, begun)
      return begun
    },
  }
}

const tooBusy = (): ApiError =>
  new ApiError(429, 'tooManyImagesError', 'Too many images are being made; ask again later')
