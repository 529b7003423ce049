const LINE_FEED = 10
/** Longer than any document of a lake: whatever has no line feed for so long is no proof. */
const LIMIT = 64 * 1024 * 1024

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** One line of a file; `text` is absent where its bytes are no UTF-8, `ended` says whether a line feed closes it. */
export interface Line {
  text?: string
  ended: boolean
}

/** Cuts bytes into lines. Strict: no byte may be replaced, skipped or understood in two ways. */
export async function* readLines(bytes: Bytes): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield {...decode([...pieces, chunk.subarray(start, end)]), ended: true}
      pieces = []
      length = 0
      start = end + 1
    }
    pieces.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > LIMIT) break
  }
  if (length > 0) yield {...decode(pieces), ended: false}
}

function decode(pieces: readonly Uint8Array[]): Pick<Line, 'text'> {
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
  try {
    const text = pieces.map((piece) => decoder.decode(piece, {stream: true})).join('')
    return {text: text + decoder.decode()}
  } catch {
    return {}
  }
}
