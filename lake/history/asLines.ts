/** JSON values, one a line, each made only when the other end reads, so that who does not read fills no memory. */
export function asLines<T>(
  items: readonly T[],
  toLine: (item: T) => object,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const left = items.values()
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const {value, done} = left.next()
        if (done === true) controller.close()
        else controller.enqueue(encoder.encode(`${JSON.stringify(toLine(value))}\n`))
      },
    },
    {highWaterMark: 0},
  )
}
