/** The first whole answer in what came over a connection. */
export interface Answer {
  status: number
  type: string
  body: string
  /** It goes on until somebody hangs up. */
  isStream: boolean
  keepsOpen: boolean
}

/** Reads an answer, if all of it is there; one that only announces another is passed over. What has no length ends with the connection. */
export function readAnswer(
  received: Buffer,
  method: string,
  isClosed: boolean,
): Answer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const head = received.toString('latin1', 0, end)
  const rest = received.subarray(end + 4)
  const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(head)?.[1])
  if (status === 100) return readAnswer(rest, method, isClosed)
  const header = (name: string): string =>
    new RegExp(`^${name}: *(.*)$`, 'imu').exec(head)?.[1]?.trim() ?? ''
  const type = header('content-type')
  const isStream = type.startsWith('text/event-stream') || status === 101
  const answer = {status, type, isStream, keepsOpen: header('connection') !== 'close'}
  if (isStream || method === 'HEAD' || status === 204 || status === 304)
    return {...answer, body: ''}
  const body =
    header('transfer-encoding') === 'chunked'
      ? unchunked(rest)
      : sized(rest, header('content-length'), isClosed)
  return body && {...answer, body: body.toString('utf8')}
}

function sized(rest: Buffer, length: string, isClosed: boolean): Buffer | undefined {
  if (length === '') return isClosed ? rest : undefined
  const bytes = Number(length)
  return rest.byteLength < bytes ? undefined : rest.subarray(0, bytes)
}

function unchunked(rest: Buffer): Buffer | undefined {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const line = rest.indexOf('\r\n', at)
    if (line === -1) return undefined
    const size = Number.parseInt(rest.toString('latin1', at, line), 16)
    const next = line + 2 + size + 2
    if (rest.byteLength < next) return undefined
    if (size === 0) return Buffer.concat(parts)
    parts.push(rest.subarray(line + 2, line + 2 + size))
    at = next
  }
}
