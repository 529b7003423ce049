import {fc, test} from '@fast-check/vitest'
import {expect} from 'vitest'
import {proofBytes, proofRecords, sealAll} from '../fixtures/trialProof.ts'
import {page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import {verifyProof} from './verifyProof.ts'

const SEED = {seed: 20_261_124, numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}

const world = new TrialWorld()
  .put(study('e1', 'Größe'))
  .sign('e1', ['medical'])
  .put(statement('c1', 'Statement', ['e1']))
  .sign('c1', ['marketing', 'medical'])
  .put(page('p1', 'Page', ['c1']))
  .sign('p1', ['marketing', 'medical'])
const whole = proofBytes(proofRecords(sealAll(world)))

/** Whatever is wrong is named: the line and what is expected, or why it is no proof. */
async function expectFound(bytes: Uint8Array): Promise<void> {
  const result = await verifyProof([bytes])
  if (result.status === 'noProof') expect(result.reason).not.toBe('')
  else expect(result).toMatchObject({status: 'wrong', finding: {line: expect.any(Number)}})
}

const at = fc.nat(whole.length - 1)
const byte = fc.nat(255)

test.prop([at, byte], SEED)('a byte that is another is found', async (index, value) => {
  fc.pre(whole[index] !== value)
  await expectFound(whole.with(index, value))
})

test.prop([at, byte], SEED)('a byte that was put in is found', async (index, value) => {
  await expectFound(Uint8Array.of(...whole.slice(0, index), value, ...whole.slice(index)))
})

test.prop([at], SEED)('a byte that was taken out is found', async (index) => {
  await expectFound(Uint8Array.of(...whole.slice(0, index), ...whole.slice(index + 1)))
})

test.prop([at], SEED)('an end that is missing is found', async (index) => {
  await expectFound(whole.slice(0, index))
})

const lines = new TextDecoder().decode(whole).trimEnd().split('\n')

test.prop([fc.shuffledSubarray(lines)], SEED)(
  'lines that were taken out or moved are found',
  async (some) => {
    fc.pre(some.join('\n') !== lines.join('\n'))
    await expectFound(new TextEncoder().encode(`${some.join('\n')}\n`))
  },
)
