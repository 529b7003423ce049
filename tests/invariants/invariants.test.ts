import {fc} from '@fast-check/vitest'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {GateTrial, IDS, ROLES, type Id, type Role} from './gateTrial.ts'

/*
 * Random sequences of what people and programs do, against a real lake. Which invariant each line asserts is said beside
 * it. `INVARIANT_RUNS` makes it run longer, `INVARIANT_SEED` elsewhere.
 */
const RUNS = Number(process.env.INVARIANT_RUNS ?? 500)
const SEED = Number(process.env.INVARIANT_SEED ?? 20_261_124)

type Step =
  | {do: 'edit'; id: Id; value: string}
  | {do: 'editorial'; id: Id; note: string}
  | {do: 'raw'; id: Id; value: string}
  | {do: 'publishRaw'; id: Id}
  | {do: 'sign'; id: Id; role: Role}
  | {do: 'request'; id: Id; role: Role}
  | {do: 'publish'; id: Id}
  | {do: 'seal'}
  | {do: 'release'; id: Id}

const id = fc.constantFrom(...IDS)
const role = fc.constantFrom(...ROLES)
const value = fc.constantFrom('0', '1', '2')

/** Weighted: what must happen in one order to matter is drawn as one step. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 4, arbitrary: fc.record({do: fc.constant('edit' as const), id, value})},
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('editorial' as const),
      id,
      note: fc.constantFrom('a', 'b'),
    }),
  },
  {weight: 3, arbitrary: fc.record({do: fc.constant('raw' as const), id, value})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('publishRaw' as const), id})},
  {weight: 5, arbitrary: fc.record({do: fc.constant('sign' as const), id, role})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('request' as const), id, role})},
  {weight: 4, arbitrary: fc.record({do: fc.constant('publish' as const), id})},
  {weight: 2, arbitrary: fc.constant({do: 'seal' as const})},
  {weight: 4, arbitrary: fc.record({do: fc.constant('release' as const), id})},
)

let running: RunningLake

beforeAll(async () => {
  running = await startLake()
})
afterAll(() => running.lake.close())

async function perform(trial: GateTrial, action: Step): Promise<void> {
  switch (action.do) {
    case 'edit':
      return trial.edit(action.id, {value: action.value})
    case 'editorial':
      return trial.edit(action.id, {note: action.note})
    case 'raw':
      return trial.writeRaw(action.id, action.value)
    case 'publishRaw':
      return trial.publishRaw(action.id)
    case 'sign':
      return trial.sign(action.id, action.role)
    case 'request':
      return trial.sign(action.id, action.role, 'changesRequested')
    case 'publish':
      await trial.publish(action.id)
      return undefined
    case 'seal':
      return trial.seal()
    case 'release':
      for (const each of ROLES) await trial.sign(action.id, each)
      await trial.publish(action.id)
      return undefined
    default:
      return action satisfies never
  }
}

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

test(
  `invariants 2, 4, 7 and 9 hold over ${RUNS} random sequences (seed ${SEED})`,
  {timeout: 3_600_000},
  async () => {
    const client = running.clientFor('administrator')
    await fc.assert(
      fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 8}), async (steps) => {
        const trial = new GateTrial(client)
        await trial.begin()
        expect((await trial.delivered()).size).toBe(IDS.length)
        for (const action of steps) {
          const target = 'id' in action ? action.id : undefined
          const before = await trial.delivered()
          const value0 = target && trial.value(await trial.published(target), target)
          const drafted =
            target !== undefined && (await client.getDocument(`drafts.${target}`)) !== undefined
          await perform(trial, action)
          await checkRawWrite(trial, action, before, value0)
          await checkEditorial(trial, action, before, drafted)
        }
        await trial.seal()
        const [states, delivered] = await Promise.all([trial.states(), trial.delivered()])
        // Invariant 7: once the sealer has caught up, aligned in the published world ⇔ delivered.
        for (const [each, state] of states) {
          expect({id: each, delivered: delivered.has(each)}).toEqual({
            id: each,
            delivered: state === 'aligned',
          })
        }
        // Invariant 9: whatever happened, honest people get what is published in force again.
        await trial.approveEverything()
        expect((await trial.delivered()).size, 'approved by all and still withheld').toBe(
          IDS.length,
        )
      }),
      {seed: SEED, numRuns: RUNS, endOnFailure: true},
    )
  },
)

test(
  `invariant 3 holds over ${RUNS}: put back through the gate, whatever rests on it is delivered again, with no new review`,
  {timeout: 3_600_000},
  async () => {
    const client = running.clientFor('administrator')
    await fc.assert(
      fc.asyncProperty(
        id,
        fc.array(fc.constantFrom('1', '2', '3'), {minLength: 1, maxLength: 3}),
        async (changed, values) => {
          const trial = new GateTrial(client)
          await trial.begin()
          for (const each of values) {
            await trial.edit(changed, {value: each})
            for (const by of ROLES) await trial.sign(changed, by)
            expect(await trial.publish(changed)).toBe(true)
            const resting = IDS.filter(
              (other) => other !== changed && trial.restsOn(other).includes(changed),
            )
            const delivered = await trial.delivered()
            expect(resting.filter((other) => delivered.has(other))).toEqual([])
          }
          const reviews = await client.fetch<number>('count(*[_type == "review"])')
          await trial.edit(changed, {value: '0'})
          expect(await trial.publish(changed)).toBe(true)
          expect((await trial.delivered()).size).toBe(IDS.length)
          expect(await client.fetch<number>('count(*[_type == "review"])')).toBe(reviews)
        },
      ),
      {seed: SEED, numRuns: RUNS, endOnFailure: true},
    )
  },
)
