import * as fc from 'fast-check'
import type {FuzzInput} from './fuzzInput.ts'
import {nastyJson, nastyText} from './nastyValues.ts'

const raw = (...parts: (string | Uint8Array)[]): FuzzInput => {
  const bytes = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )
  const method = bytes.toString('latin1', 0, 5) === 'HEAD ' ? 'HEAD' : 'RAW'
  return {bytes, isWhole: false, method}
}

const LINES = [
  'GET / HTTP/9.9\r\n\r\n',
  'GET /\r\n\r\n',
  'GET / HTTP/1.0\r\n\r\n',
  'GET http://[::1/ HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET http://localhost/v1/ping HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET ftp://localhost/ HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'CONNECT localhost:80 HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET //v1/ping HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET /v1\\ping HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET /v1/ping#x HTTP/1.1\r\nhost: localhost:99999\r\n\r\n',
  'GET /v1/ping HTTP/1.1\r\nhost: local host\r\n\r\n',
  'GET /v1/ping HTTP/1.1\r\n\r\n',
  'GET /v1/ping HTTP/1.1\r\nhost: localhost\r\nx: a\r\n b\r\n\r\n',
  'GET /v1/ping HTTP/1.1\nhost: localhost\n\n',
  'POST /v1/data/mutate/production HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n',
  'POST /v1/data/mutate/production HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}',
  'POST /v1/data/mutate/production HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  'POST /v1/data/mutate/production HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n{}',
  'POST /v1/data/query/production HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99999999999999999999\r\n\r\n{}',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  `GET /v1/ping HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
  `GET /v1/${'y'.repeat(40_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
  `GET /v1/ping HTTP/1.1\r\nhost: localhost\r\n${'a: b\r\n'.repeat(3000)}\r\n`,
]

const HANDSHAKE = [
  'GET /v1/socket/production HTTP/1.1',
  'host: localhost',
  'connection: upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
  '',
  '',
].join('\r\n')

/** A text message as a browser frames it; the mask is nought, which changes nothing. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  const head = Buffer.alloc(14)
  head[0] = 0x81
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(BigInt(payload.byteLength), 2)
  return Buffer.concat([head, payload])
}

const METHODS = ['subscribe', 'announce', 'rollcall', 'disconnect', 'unsubscribe', 'nothing'].map(
  (name) => `presence_${name}`,
)
const call = fc
  .tuple(
    fc.constantFrom('authorization', 'constructor', ...METHODS),
    nastyJson,
    nastyJson,
    nastyText,
  )
  .chain(([method, params, id, session]) => {
    const data = `{"sessionId":${JSON.stringify(session)},"x":${params}}`
    return fc.constantFrom(
      `{"jsonrpc":"2.0","id":${id},"method":"${method}","params":${params}}`,
      `{"id":1,"method":"${method}","params":{"session":${params},"data":${data}}}`,
      `{"id":1,"method":"${method}","params":{"subscriptionId":${params},"authorization":${params}}}`,
      params,
    )
  })
const SIGN_IN = textFrame(
  '{"id":0,"method":"authorization","params":{"authorization":"Bearer token-of-editor"}}',
)

/** What is no request at all, or only begins as one. */
export function rawInput(request: fc.Arbitrary<FuzzInput>): fc.Arbitrary<FuzzInput> {
  return fc.oneof(
    fc.constantFrom(...LINES).map((line) => raw(line)),
    fc.uint8Array({maxLength: 200}).map((bytes) => raw(bytes)),
    fc
      .tuple(request, fc.nat())
      .map(([{bytes}, at]) => raw(bytes.subarray(0, at % bytes.byteLength))),
    fc.tuple(request, fc.nat(), fc.nat(255)).map(([{bytes}, at, value]) => {
      const copy = Buffer.from(bytes)
      copy[at % copy.byteLength] = value
      return raw(copy)
    }),
    fc
      .array(request, {minLength: 2, maxLength: 5})
      .map((all) => raw(...all.map(({bytes}) => bytes))),
    fc
      .tuple(request, fc.uint8Array({maxLength: 40}))
      .map(([{bytes}, garbage]) => raw(bytes, garbage)),
    fc.array(call, {maxLength: 4}).map((calls) => raw(HANDSHAKE, SIGN_IN, ...calls.map(textFrame))),
    fc.uint8Array({maxLength: 60}).map((frames) => raw(HANDSHAKE, frames)),
    fc.uint8Array({maxLength: 30}).map((frames) => raw(HANDSHAKE, SIGN_IN, frames)),
  )
}
