import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {sqliteStorage} from '../../lake/storage/sqliteStorage.ts'
import type {LakeDocument, Transaction} from '../../lake/storage/storage.ts'
import type {BenchSection} from './bench.ts'

const DOCUMENTS = 100_000
const IN_ONE_WRITE = 1000
const ROUNDS = 5
type Way = 'read' | 'start'
const WAYS: readonly Way[] = ['read', 'start']
const SCRIPT = fileURLToPath(new URL('./storeProcess.ts', import.meta.url))

/** A large store: how long until it answers, and how much memory its documents take. */
export function* storeBench(): Iterable<BenchSection> {
  const directory = mkdtempSync(join(tmpdir(), 'lake-bench-'))
  try {
    fill(directory)
    const megabytes = statSync(join(directory, 'lake.sqlite')).size / 1e6
    const title = `a store of ${DOCUMENTS} documents, ${megabytes.toFixed(0)} MB`
    yield {title: `${title}: from the start of the process`, lines: starts(directory)}
    yield {title: `${title}: memory after collection`, lines: memory(directory)}
  } finally {
    rmSync(directory, {recursive: true})
  }
}

function fill(directory: string): void {
  const storage = sqliteStorage(directory)
  for (let first = 0; first < DOCUMENTS; first += IN_ONE_WRITE) {
    storage.append(Array.from({length: IN_ONE_WRITE}, (_, at) => creation(first + at)))
  }
  storage.close()
  // What was written last is put in order at the next start.
  sqliteStorage(directory).close()
}

function creation(number: number): Transaction {
  const time = new Date(number * 1000).toISOString()
  const id = `claim-${number}`
  const after: LakeDocument = {
    _id: id,
    _type: `type${number % 10}`,
    _rev: `rev-${number}`,
    _createdAt: time,
    _updatedAt: time,
    title: `Claim ${number}`,
    text: 'It takes half as long as it did, measured over a year. '.repeat(5),
    ...(number > 0 ? {parent: {_type: 'reference', _ref: `claim-${number >> 1}`}} : {}),
    body: [1, 2, 3].map((each) => ({
      _key: `k${each}`,
      _type: 'block',
      children: [{_key: 's', _type: 'span', marks: [], text: `Paragraph ${each}`}],
    })),
  }
  const mutations = [{create: after}]
  const changes = [{id, after}]
  return {
    id: after._rev,
    sequence: number + 1,
    timestamp: time,
    author: 'bench',
    mutations,
    changes,
  }
}

function starts(directory: string): string[] {
  const times: [number, number][] = Array.from({length: ROUNDS}, () => [
    ask('read', directory).milliseconds,
    ask('start', directory).milliseconds,
  ])
  const median = (values: number[]): number => values.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0
  const ratios = times.map(([floor, lake]) => lake / floor).toSorted((a, b) => a - b)
  const range = `${ratios[0]?.toFixed(2)}–${ratios.at(-1)?.toFixed(2)}`
  return [
    `floor: the same rows read and parsed ${median(times.map(([floor]) => floor)).toFixed(0)} ms`,
    `the lake's first query answered      ${median(times.map(([, lake]) => lake)).toFixed(0)} ms   ${median(ratios).toFixed(2)}× (${range})`,
  ]
}

function memory(directory: string): string[] {
  return WAYS.map((what) => {
    const {bytes, json} = ask(what, directory)
    const name = what === 'read' ? 'floor: parsed documents in a list' : 'the lake'
    const each = `${(bytes / DOCUMENTS).toFixed(0)} bytes a document`
    return `${name.padEnd(34)} ${each}, ${(bytes / json).toFixed(2)}× its JSON`
  })
}

/** What a process of its own found, which opens the store in one way or the other. */
function ask(what: Way, directory: string): Found {
  const output = execFileSync(process.execPath, ['--expose-gc', SCRIPT, what, directory])
  const [milliseconds = 0, bytes = 0, json = 1] = output.toString().trim().split(' ').map(Number)
  return {milliseconds, bytes, json}
}

interface Found {
  milliseconds: number
  /** What the documents take, and how long they are as JSON. */
  bytes: number
  json: number
}
