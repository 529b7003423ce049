import {inTurn} from './imageWork.ts'
import type {TransformedImage} from './transformImage.ts'

export interface Renderer {
  /** The picture of that name: kept from before, being made already, or made now. */
  render(name: string, make: () => Promise<TransformedImage>): Promise<TransformedImage>
}

const KEPT_BYTES = 64 * 1024 * 1024

/** Creates what makes pictures: each once, keeping those last asked for. */
export function createRenderer(): Renderer {
  const kept = new Map<string, TransformedImage>()
  const underWay = new Map<string, Promise<TransformedImage>>()
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
