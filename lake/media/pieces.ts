import {PART_BYTES, type ByteRange} from '../storage/storage.ts'

/** What can be sent whole or in part, and is not read before. */
export interface Content {
  size: number
  read: (part: ByteRange) => Uint8Array
  /** Told of what kept it from being read when a part of it was sent already. */
  onFailure?: (error: unknown) => void
}

/**
 * Content as the body of an answer: the first piece at once, so that what cannot be read is still answered with an
 * error, and each further one only when there is room for it.
 * @param hangUp Ends the answer in the middle.
 */
export function inPieces(
  content: Content,
  {start, end}: ByteRange,
  hangUp: () => void,
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  let next = start
  const take = (): Uint8Array => {
    // Up to where a part ends on disk, so that none is read twice.
    const last = Math.min(end, next - (next % PART_BYTES) + PART_BYTES - 1)
    const piece = content.read({start: next, end: last})
    next = last + 1
    return piece
  }
  let first: Uint8Array | undefined = take()
  if (next > end) return new Uint8Array(first)
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    try {
      controller.enqueue(first ?? take())
      first = undefined
      if (next > end) controller.close()
    } catch (error) {
      content.onFailure?.(error)
      hangUp()
    }
  }
  return new ReadableStream<Uint8Array>({pull}, {highWaterMark: 0})
}
