import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {isRecord} from '../../../lake/json.ts'
import {startLake} from '../../support/startLake.ts'
import {arbitraryInput} from './arbitraryInput.ts'
import type {FuzzInput} from './fuzzInput.ts'
import {createExchange, type Outcome} from './exchange.ts'

/*
 * Whatever anybody sends, the lake answers with what is wrong with it, or hangs up, and serves all others as before.
 * `FUZZ_INPUTS=1000000 FUZZ_SEED=…` tries more, or the same again.
 */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 2000)
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_101)
const BATCH = 500
const CLIENTS = 8
/** A lake in memory keeps everything that was ever written: a new one now and then. */
const INPUTS_OF_ONE_LAKE = 20_000

test(`the lake stands ${INPUTS} inputs of seed ${SEED}`, {timeout: 3_600_000}, async () => {
  const unhandled: unknown[] = []
  const note = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  try {
    for (let from = 0; from < INPUTS; from += INPUTS_OF_ONE_LAKE) {
      const until = Math.min(INPUTS, from + INPUTS_OF_ONE_LAKE)
      await tryOneLake(from, until)
      expect(unhandled).toEqual([])
      if (until < INPUTS) process.stdout.write(`${until} of ${INPUTS} inputs withstood\n`)
    }
  } finally {
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  }
})

async function tryOneLake(from: number, until: number): Promise<void> {
  const {lake, clientFor} = await startLake()
  const client = clientFor('administrator')
  const port = Number(new URL(lake.url).port)
  const clients = Array.from({length: CLIENTS}, () => createExchange(port))
  try {
    const pixel = await client.assets.upload('image', PIXEL, {filename: 'pixel.png'})
    const file = new URL(pixel.url).pathname.split('/').at(-1) ?? ''
    for (let batch = from; batch < until; batch += BATCH) {
      const inputs = fc.sample(arbitraryInput, {
        seed: SEED + batch,
        numRuns: Math.min(BATCH, until - batch),
      })
      const left = inputs.map((input) => named(input, file)).entries()
      const work = async (exchange: (typeof clients)[number]): Promise<void> => {
        for (const [index, input] of left) {
          const complaint = complaintAbout(input, await exchange.send(input))
          if (complaint === undefined) continue
          throw new Error(
            [
              `Input ${batch + index} (FUZZ_SEED=${SEED}): ${complaint}`,
              input.bytes.toString('latin1').slice(0, 3000),
              ...lake.ledger.unknown.filter(isBroken),
            ].join('\n'),
          )
        }
      }
      await Promise.all(clients.map(work))
      expect(lake.ledger.unknown.filter(isBroken)).toEqual([])
      const _id = `still-serves-${batch}`
      await client.createOrReplace({_id, _type: 'proof', batch})
      expect(await client.fetch('*[_id == $_id][0].batch', {_id})).toBe(batch)
    }
  } finally {
    clients.forEach(({end}) => end())
    await lake.close()
  }
}

const isBroken = (entry: string): boolean => entry.startsWith('ERROR')

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Puts the name of a file that is there in the place of `PIXEL`. */
function named(input: FuzzInput, file: string): FuzzInput {
  const at = input.bytes.indexOf('/PIXEL?')
  if (at === -1) return input
  const parts = [input.bytes.subarray(0, at + 1), Buffer.from(file), input.bytes.subarray(at + 6)]
  return {...input, bytes: Buffer.concat(parts)}
}

function complaintAbout({isWhole, method}: FuzzInput, outcome: Outcome): string | undefined {
  if (outcome === 'nothing') return 'neither answered nor cut'
  if (outcome === 'cut') return isWhole ? 'cut without an answer' : undefined
  const {status, type, body} = outcome
  if (status >= 500 || Number.isNaN(status)) return `answered ${status}: ${body}`
  if (status < 400 || method === 'HEAD') return undefined
  if (type !== 'application/json') return `a ${status} that is ${type || 'untyped'}: ${body}`
  return isError(body, status) ? undefined : `a ${status} without a reason: ${body}`
}

function isError(body: string, status: number): boolean {
  const answer = parsed(body)
  return (
    isRecord(answer) &&
    answer.statusCode === status &&
    isRecord(answer.error) &&
    typeof answer.error.type === 'string' &&
    typeof answer.error.description === 'string' &&
    typeof answer.message === 'string'
  )
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
