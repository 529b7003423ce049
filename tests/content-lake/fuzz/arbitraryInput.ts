import {gzipSync} from 'node:zlib'
import * as fc from 'fast-check'
import {mutatedJson} from './mutateJson.ts'
import {nastyJson, nastyPiece, nastyQuery, nastyText} from './nastyValues.ts'
import type {FuzzInput} from './fuzzInput.ts'
import {rawInput} from './rawInputs.ts'
import {VALID_REQUESTS, type ValidRequest} from './validRequests.ts'

const TOKENS = ['administrator', 'administrator', 'editor', 'editor', 'reviewer', 'viewer'].map(
  (id) => `Bearer token-of-${id}`,
)

const headerValue = nastyText.map((text) =>
  text.replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/gu, '').trim(),
)
const extraHeader: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'authorization',
      'origin',
      'content-type',
      'last-event-id',
      'range',
      'cookie',
      'accept',
    ),
    headerValue,
  ),
  fc.tuple(
    fc.constantFrom('x-long', 'origin', 'authorization'),
    fc.constantFrom('x'.repeat(9000), 'é'.repeat(50)),
  ),
  fc.constantFrom<[string, string]>(
    ['authorization', 'Bearer token-of-editor'],
    ['host', 'localhost'],
    ['host', 'evil.example.org'],
    ['origin', 'http://localhost:3333'],
    ['origin', 'null'],
    ['content-encoding', 'gzip'],
    ['content-type', 'text/plain; charset=\u00ff'],
    ['expect', '100-continue'],
    ['expect', 'everything'],
    ['upgrade', 'h2c'],
    ['connection', 'upgrade, close'],
    ['connection', 'keep-alive'],
    ['content-length', '5'],
    ['transfer-encoding', 'chunked'],
    ['transfer-encoding', 'gzip, chunked'],
    ['access-control-request-headers', 'x'],
    ['last-event-id', 't#one'],
  ),
)

/** Headers that change where a request ends, or what becomes of the connection. */
const FRAMING = new Set([
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
  'connection',
  'host',
])

const searchValue = fc.oneof(
  nastyQuery,
  nastyJson,
  nastyText,
  fc.constantFrom('true', 'false', '"one"', '7'),
)

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({weight: 7, arbitrary: fc.constant(undefined)}, {weight: 1, arbitrary})

const mutated: fc.Arbitrary<FuzzInput> = fc.constantFrom(...VALID_REQUESTS).chain((valid) =>
  fc
    .record({
      method: fc.oneof(
        {weight: 30, arbitrary: fc.constant(valid.method)},
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'HEAD',
            'PUT',
            'DELETE',
            'PATCH',
            'OPTIONS',
            'TRACE',
            'PURGE',
            'POST',
            'GET',
          ),
        },
      ),
      pieces: seldom(fc.tuple(fc.nat(), nastyPiece)),
      search: fc.array(fc.tuple(fc.nat(), searchValue), {maxLength: 3}),
      extraSearch: seldom(
        fc.tuple(fc.oneof(nastyText, fc.constantFrom('$x', '$id', 'query')), searchValue),
      ),
      token: fc.oneof(
        {weight: 8, arbitrary: fc.constantFrom(...TOKENS)},
        {weight: 1, arbitrary: fc.constant(undefined)},
      ),
      headers: fc.oneof(
        {weight: 3, arbitrary: fc.constant<[string, string][]>([])},
        {weight: 1, arbitrary: fc.array(extraHeader, {maxLength: 3})},
      ),
      body: bodyOf(valid),
      chunked: fc.boolean(),
    })
    .map((parts) => assemble(valid, parts)),
)

function bodyOf({json, bytes, method}: ValidRequest): fc.Arbitrary<Uint8Array> {
  if (bytes) {
    const broken = fc.tuple(fc.nat(), fc.nat(255)).map(([at, value]) => {
      const copy = Uint8Array.from(bytes)
      copy[at % copy.length] = value
      return copy
    })
    return fc.oneof(fc.constant(bytes), broken, fc.uint8Array({maxLength: 60}))
  }
  if (json === undefined && method === 'GET')
    return fc.oneof(
      {weight: 20, arbitrary: fc.constant(new Uint8Array())},
      {weight: 1, arbitrary: fc.uint8Array()},
    )
  const text = mutatedJson(json ?? {}).map((each) => Buffer.from(each))
  return fc.oneof(
    {weight: 12, arbitrary: text},
    {weight: 1, arbitrary: text.map((each) => gzipSync(each))},
    {
      weight: 1,
      arbitrary: fc.tuple(text, fc.uint8Array({maxLength: 4})).map((parts) => Buffer.concat(parts)),
    },
  )
}

interface Parts {
  method: string
  pieces: [number, string] | undefined
  search: [number, string][]
  extraSearch: [string, string] | undefined
  token: string | undefined
  headers: [string, string][]
  body: Uint8Array
  chunked: boolean
}

function assemble(valid: ValidRequest, parts: Parts): FuzzInput {
  const {method, pieces, search, extraSearch, token, headers, body, chunked} = parts
  const path = valid.path.map((piece, index) =>
    pieces && pieces[0] % valid.path.length === index ? pieces[1] : piece,
  )
  const names = Object.keys(valid.search ?? {})
  const pairs = Object.entries(valid.search ?? {}).map(([name, value]) => {
    const change = search.find(([at]) => names[at % (names.length * 2)] === name)
    return [name, change ? change[1] : value]
  })
  if (extraSearch) pairs.push(extraSearch)
  const encoded = pairs.map((pair) =>
    pair.map((each) => encodeURIComponent(each.toWellFormed())).join('='),
  )
  const lines = [
    `${method} /${path.join('/')}${encoded.length > 0 ? '?' : ''}${encoded.join('&')} HTTP/1.1`,
    'host: localhost',
    ...(token === undefined ? [] : [`authorization: ${token}`]),
    ...(body.byteLength === 0
      ? []
      : [chunked ? 'transfer-encoding: chunked' : `content-length: ${body.byteLength}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ]
  const sent = chunked && body.byteLength > 0 ? chunk(body) : [body]
  return {
    bytes: Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), ...sent]),
    isWhole: !headers.some(([name]) => FRAMING.has(name)) && lines.join('').length < 16_000,
    method,
  }
}

const chunk = (body: Uint8Array): Uint8Array[] => [
  Buffer.from(`${body.byteLength.toString(16)}\r\n`),
  body,
  Buffer.from('\r\n0\r\n\r\n'),
]

/** What clients send, well-meant or not. */
export const arbitraryInput: fc.Arbitrary<FuzzInput> = fc.oneof(
  {weight: 15, arbitrary: mutated},
  {weight: 1, arbitrary: rawInput(mutated)},
)
