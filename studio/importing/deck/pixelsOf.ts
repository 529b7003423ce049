import type {PictureType} from './pictureType.ts'

/** Markers of a JPEG that give its size. */
const SIZES = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
])

/** How many pixels a picture says it has; 0 where it does not say so plainly. A small file may unpack to a wall. */
export function pixelsOf(bytes: Uint8Array, {extension}: PictureType): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 24) return 0
  if (extension === 'png') return view.getUint32(16) * view.getUint32(20)
  if (extension === 'gif') return view.getUint16(6, true) * view.getUint16(8, true)
  return extension === 'jpg' ? pixelsOfJpeg(view) : 0
}

function pixelsOfJpeg(view: DataView): number {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    if (SIZES.has(view.getUint8(at + 1))) return view.getUint16(at + 5) * view.getUint16(at + 7)
    at += 2 + view.getUint16(at + 2)
  }
  return 0
}
