import {fc} from '@fast-check/vitest'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {expectApproved, expectAtRest, expectUnchanged} from './allowedToBeOut.ts'
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
  | {do: 'carry'; id: Id; value: string}
  | {do: 'recall'; id: Id}

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
  {weight: 3, arbitrary: fc.record({do: fc.constant('carry' as const), id, value})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('recall' as const), id})},
)

let running: RunningLake

beforeAll(async () => {
  running = await startLake()
})
afterAll(() => running.lake.close())

/** Invariant 5: what the gate lets through is aligned as it then stands. */
async function publish(trial: GateTrial, target: Id): Promise<void> {
  if (await trial.publish(target))
    expect((await trial.states()).get(target), 'published without being aligned').toBe('aligned')
}

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
      return publish(trial, action.id)
    case 'seal':
      return trial.seal()
    case 'release':
      for (const each of ROLES) await trial.sign(action.id, each)
      return publish(trial, action.id)
    case 'carry':
      await trial.edit(action.id, {value: action.value})
      for (const each of ROLES) await trial.sign(action.id, each, 'carriedForward')
      return publish(trial, action.id)
    case 'recall':
      return trial.recall(action.id)
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

test(
  `invariants 1, 2, 4, 5, 6, 7, 8 and 9 hold over ${RUNS} random sequences (seed ${SEED})`,
  {timeout: 3_600_000},
  async () => {
    const client = running.clientFor('administrator')
    await fc.assert(
      fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 8}), async (steps) => {
        const trial = new GateTrial(client)
        await trial.begin()
        expect((await trial.delivered()).size).toBe(IDS.length)
        const known = new Map<string, string>()
        for (const action of steps) {
          const target = 'id' in action ? action.id : undefined
          const before = await trial.delivered()
          const value0 = target && trial.value(await trial.published(target), target)
          const drafted =
            target !== undefined && (await client.getDocument(`drafts.${target}`)) !== undefined
          await perform(trial, action)
          await checkRawWrite(trial, action, before, value0)
          await checkEditorial(trial, action, before, drafted)
          await checkRecall(trial, action)
          await expectUnchanged(client, known)
        }
        await expectApproved(trial, client)
        await trial.seal()
        await expectApproved(trial, client)
        await expectAtRest(trial)
        await expectUnchanged(client, known)
      }),
      {seed: SEED, numRuns: RUNS, endOnFailure: true},
    )
  },
)
