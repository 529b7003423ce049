import {fc} from '@fast-check/vitest'
import {afterAll, expect, test} from 'vitest'
import {
  expectApproved,
  expectAtRest,
  expectGoesOut,
  expectPutBack,
  expectUnchanged,
  saidInReviews,
} from './allowedToBeOut.ts'
import {GateTrial} from './gateTrial.ts'
import {IDS, type Id} from './trialDocuments.ts'
import {Lakes} from './lakes.ts'
import {step, type Step} from './steps.ts'
import {countAnew, counts, takeStep} from './takeStep.ts'

const RUNS = Number(process.env.INVARIANT_RUNS ?? 500)
const SEED = Number(process.env.INVARIANT_SEED ?? 20_261_124)

/** It takes as long as half a sequence. */
const GOES_OUT_EVERY = 4

/** After these is compared with what was delivered before; after the others it is not read. */
const COMPARED = new Set<Step['do']>([
  'raw',
  'editorial',
  'tick',
  'expire',
  'remove',
  'remake',
  'import',
  'publishRaw',
])

/** Roads on which something is published that nobody asked the gate about. */
const PAST_THE_GATE = new Set<Step['do']>(['publishRaw', 'remove', 'remake', 'import'])

/** Invariant 2: a material write to any member, by any road, and what rests on it is out from that transaction on. */
async function checkRawWrite(
  trial: GateTrial,
  action: Step,
  before: Set<Id>,
  value0: unknown,
): Promise<void> {
  if (action.do !== 'raw' || value0 === action.value) return
  const resting = IDS.filter((each) => trial.restsOn(each).includes(action.id))
  const after = await trial.delivered()
  expect(
    resting.filter((each) => after.has(each)),
    'still delivered after a raw write',
  ).toEqual([])
  expect(
    [...after].every((each) => before.has(each)),
    'a raw write made something deliverable',
  ).toBe(true)
}

/** Invariant 4: an editorial change through the gate never interrupts delivery. */
async function checkEditorial(
  trial: GateTrial,
  action: Step,
  before: Set<Id>,
  draftWasThere: boolean,
): Promise<void> {
  if (action.do !== 'editorial' || draftWasThere || !before.has(action.id)) return
  expect(await trial.publish(action.id), 'an editorial change was refused').toBe(true)
  const after = await trial.delivered()
  expect(
    [...before].filter((each) => !after.has(each)),
    'an editorial change interrupted delivery',
  ).toEqual([])
}

/**
 * What is published raw, deleted, made anew or imported is a raw write as well: by none of them does anything become
 * deliverable, and what is delivered after it was approved.
 */
async function checkOtherRoads(trial: GateTrial, action: Step, before: Set<Id>): Promise<void> {
  if (!PAST_THE_GATE.has(action.do)) return
  expect(
    [...(await trial.delivered())].filter((each) => !before.has(each)),
    `made deliverable by ${action.do}`,
  ).toEqual([])
  await expectApproved(trial)
}

/** Invariant 8: from a recall on nothing that rests on the document is delivered. */
async function checkRecall(trial: GateTrial, action: Step): Promise<void> {
  if (action.do !== 'recall') return
  const after = await trial.delivered()
  const resting = IDS.filter((each) => trial.restsOn(each).includes(action.id))
  expect(
    resting.filter((each) => after.has(each)),
    'still delivered after a recall',
  ).toEqual([])
}

/**
 * Random sequences of what people and programs do, against a real lake. Which invariant each line asserts is said beside
 * it. `INVARIANT_RUNS` makes it run longer, `INVARIANT_SEED` elsewhere; parts run beside each other, each from a seed of
 * its own.
 */
export function everyOperation(part: number): void {
  const seed = SEED + part
  const lakes = new Lakes()
  afterAll(() => lakes.close())
  test(
    `the nine invariants hold over ${RUNS} random sequences (seed ${seed})`,
    {timeout: 60_000 + RUNS * 5_000},
    async () => {
      countAnew()
      let ran = 0
      await fc.assert(
        fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 8}), async (steps) => {
          const lake = await lakes.next()
          const {client} = lake
          const trial = new GateTrial(client)
          await trial.begin()
          expect((await trial.delivered()).size).toBe(IDS.length)
          const known = new Map<string, string>()
          for (const action of steps) {
            const before = COMPARED.has(action.do) ? await trial.delivered() : new Set<Id>()
            const value0 =
              action.do === 'raw' && trial.value(await trial.published(action.id), action.id)
            const drafted =
              action.do === 'editorial' &&
              (await client.getDocument(`drafts.${action.id}`)) !== undefined
            const isImport = action.do === 'import'
            const said = isImport ? await saidInReviews(client) : []
            await takeStep(lake, trial, action)
            const saidNow = isImport ? await saidInReviews(client) : []
            expect(saidNow, 'an import changed what was signed').toEqual(said)
            if (isImport) known.clear()
            await checkRawWrite(trial, action, before, value0)
            await checkEditorial(trial, action, before, drafted)
            await checkOtherRoads(trial, action, before)
            await checkRecall(trial, action)
            if (action.do === 'tick' || action.do === 'expire') {
              counts.ticks += 1
              if ((await trial.delivered()).size < before.size) counts.ended += 1
            }
            await expectUnchanged(client, known)
          }
          await expectApproved(trial)
          await trial.seal()
          await expectApproved(trial)
          await expectAtRest(trial)
          ran += 1
          if (ran % GOES_OUT_EVERY === 1)
            await expectPutBack(trial, Math.floor(ran / GOES_OUT_EVERY))
          if (ran % GOES_OUT_EVERY === 0)
            await expectGoesOut(trial, Math.floor(ran / GOES_OUT_EVERY))
          await expectUnchanged(client, known)
        }),
        {seed, numRuns: RUNS, endOnFailure: true},
      )
      // oxlint-disable-next-line no-console -- how often it came about is what the run is read for
      console.info(JSON.stringify(counts))
      expect(Math.min(...Object.values(counts)), 'something never came about').toBeGreaterThan(0)
    },
  )
}
