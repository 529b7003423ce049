import {once} from 'node:events'
import {createServer, type Server} from 'node:http'
import {connect} from 'node:net'
import {Worker} from 'node:worker_threads'
import {createLake, type Lake} from '../../lake/createLake.ts'
import type {BenchSection} from './bench.ts'
import type {Load, Measured} from './httpClient.ts'

const CONNECTIONS = [1, 32]
const ROUNDS = 11
const MEASUREMENT_MS = 400
const TOKEN = 'token-of-the-bench'

/** A query by id, asked with a token, against a bare server that sends the same bytes. */
export async function* httpBench(): AsyncIterable<BenchSection> {
  const lake = await openLake()
  const request = requestTo(lake)
  const {port} = new URL(lake.url)
  const answer = await answerOf(Number(port), request)
  const bare = await openBare(answer)
  const client = new Worker(new URL('./httpClient.ts', import.meta.url))
  try {
    for (const connections of CONNECTIONS) {
      const load = {request, connections, milliseconds: MEASUREMENT_MS}
      const loads = [
        {...load, port: portOf(bare)},
        {...load, port: Number(port)},
      ]
      yield {title: titleOf(connections), lines: linesOf(await inTurn(client, loads))}
    }
  } finally {
    await client.terminate()
    bare.close()
    bare.closeAllConnections()
    await lake.close()
  }
}

const titleOf = (connections: number): string =>
  `query by id over HTTP, ${connections} connection${connections === 1 ? '' : 's'}`

async function openLake(): Promise<Lake> {
  const account = {id: 'bench', name: 'Bench', email: 'bench@example.org', token: TOKEN}
  const lake = createLake({accounts: [{...account, role: 'editor'}]})
  const url = await lake.listen()
  const document = {_id: 'claim', _type: 'claim', statement: 'It lasts. '.repeat(40)}
  const response = await fetch(`${url}/v1/data/mutate/${lake.dataset}`, {
    method: 'POST',
    headers: {authorization: `Bearer ${TOKEN}`},
    body: JSON.stringify({mutations: [{create: document}]}),
  })
  if (!response.ok) throw new Error(`The lake did not take the document: ${response.status}`)
  return lake
}

function requestTo({url, dataset}: Lake): string {
  const search = new URLSearchParams({query: '*[_id == $id][0]', $id: '"claim"'})
  return [
    `GET /v2026-11-01/data/query/${dataset}?${search.toString()} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    `authorization: Bearer ${TOKEN}`,
    'accept: application/json',
    '',
    '',
  ].join('\r\n')
}

/** One whole answer as it comes over the wire. */
async function answerOf(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1').on('data', (part: string) => (text += part))
  socket.end(request)
  await once(socket, 'close')
  if (!text.startsWith('HTTP/1.1 200')) throw new Error(`No answer to measure: ${text}`)
  return text
}

/** Sends the headers and the body of an answer, whatever it is asked. */
async function openBare(answer: string): Promise<Server> {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const length = Buffer.byteLength(body, 'latin1')
  const type = /^content-type: (.*)$/imu.exec(head)?.[1] ?? ''
  const server = createServer((_, response) => {
    response.writeHead(200, {'content-type': type, 'content-length': length})
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

interface Round {
  bare: Measured
  lake: Measured
}

/** Bare, lake, bare, lake: what else the machine does strikes both. The first round is to warm up. */
async function inTurn(client: Worker, [bare, lake]: readonly Load[]): Promise<Round[]> {
  if (!bare || !lake) return []
  const rounds: Round[] = []
  for (let round = 0; round <= ROUNDS; round++)
    rounds.push({bare: await measure(client, bare), lake: await measure(client, lake)})
  return rounds.slice(1)
}

async function measure(client: Worker, load: Load): Promise<Measured> {
  const measured = new Promise<Measured>((resolve) => client.once('message', resolve))
  client.postMessage(load, [])
  return measured
}

const perSecond = ({answers, milliseconds}: Measured): number => (answers * 1000) / milliseconds

function linesOf(rounds: readonly Round[]): string[] {
  const ratios = rounds.map(({bare, lake}) => perSecond(lake) / perSecond(bare))
  const rate = (all: readonly Measured[]): string =>
    median(all.map(perSecond)).toFixed(0).padStart(7)
  const busy = median(rounds.map(({bare}) => bare.busy))
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`
  return [
    `bare node:http   ${rate(rounds.map(({bare}) => bare))} requests/s`,
    `lake             ${rate(rounds.map(({lake}) => lake))} requests/s   ${median(ratios).toFixed(2)}× (${range})`,
    `the client's thread was busy ${(busy * 100).toFixed(0)} % of the time`,
  ]
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
