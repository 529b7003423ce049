import {fc} from '@fast-check/vitest'
import {afterAll, expect, test} from 'vitest'
import {expectApproved, expectAtRest, expectUnchanged} from './allowedToBeOut.ts'
import {GateTrial, IDS, ROLES, type Id, type Role} from './gateTrial.ts'
import {Lakes} from './lakes.ts'

/*
 * Random sequences of what people and programs do, against a real lake. Which invariant each line asserts is said beside
 * it. `INVARIANT_RUNS` makes it run longer, `INVARIANT_SEED` elsewhere.
 */
const RUNS = Number(process.env.INVARIANT_RUNS ?? 400)
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
  | {do: 'date'; id: Id; field: 'from' | 'until'; ahead: number}
  | {do: 'carryUntil'; id: Id; value: string; ahead: number}
  | {do: 'tick'; days: number}
  | {do: 'join'; ids: Id[]}
  | {do: 'takeOut'; id: Id}
  | {do: 'giveUp'}
  | {do: 'publishTogether'}
  | {do: 'releaseTogether'; value: string}
  | {do: 'change'; ids: Id[]; value: string}
  | {do: 'expire'; id: Id}

const id = fc.constantFrom(...IDS)
const role = fc.constantFrom(...ROLES)
const value = fc.constantFrom('0', '1', '2')
const dated = fc.constantFrom('c1' as const, 'c2' as const)
const field = fc.constantFrom('from' as const, 'until' as const)
const ahead = fc.constantFrom(1, 2)

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
  {weight: 2, arbitrary: fc.record({do: fc.constant('date' as const), id: dated, field, ahead})},
  {
    weight: 2,
    arbitrary: fc.record({do: fc.constant('carryUntil' as const), id, value, ahead}),
  },
  {weight: 3, arbitrary: fc.record({do: fc.constant('tick' as const), days: ahead})},
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      ids: fc.uniqueArray(id, {minLength: 1, maxLength: 3}),
    }),
  },
  {weight: 1, arbitrary: fc.record({do: fc.constant('takeOut' as const), id})},
  {weight: 1, arbitrary: fc.constant({do: 'giveUp' as const})},
  {weight: 1, arbitrary: fc.constant({do: 'publishTogether' as const})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('releaseTogether' as const), value})},
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      ids: fc.uniqueArray(id, {minLength: 1, maxLength: 3}),
      value,
    }),
  },
  {weight: 2, arbitrary: fc.record({do: fc.constant('expire' as const), id: dated})},
)

/** After these is compared with what was delivered before; after the others it is not read. */
const COMPARED = new Set<Step['do']>(['raw', 'editorial', 'tick', 'expire'])

/** How often what takes several things to come about really did. */
const counts = {together: 0, ticks: 0, ended: 0}

const lakes = new Lakes()
afterAll(() => lakes.close())

/** Invariant 5: what the gate lets through is aligned as it then stands. */
async function publish(trial: GateTrial, target: Id): Promise<void> {
  if (await trial.publish(target))
    expect((await trial.states()).get(target), 'published without being aligned').toBe('aligned')
}

/** Of a checkpoint: every member is aligned then, and nothing that was in force went dark for it. */
async function publishOpen(trial: GateTrial): Promise<void> {
  const before = await trial.delivered()
  const {members = []} = (await trial.firstOpen()) ?? {}
  if (!(await trial.publishTogether())) return
  counts.together += 1
  const [states, after] = [await trial.states(), await trial.delivered()]
  expect(
    IDS.filter((each) => members.includes(each) && states.get(each) !== 'aligned'),
    'went out together without being aligned',
  ).toEqual([])
  expect(
    [...before].filter((each) => !after.has(each)),
    'what was in force went dark when a checkpoint went out',
  ).toEqual([])
}

/** Writes every member of the open checkpoint, has all of it signed, and publishes it. */
async function releaseOpen(trial: GateTrial, written: string): Promise<void> {
  const {members = []} = (await trial.firstOpen()) ?? {}
  for (const each of IDS.filter((one) => members.includes(one)))
    await trial.edit(each, {value: written})
  await trial.signTogether()
  return publishOpen(trial)
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
    case 'date':
      await trial.date(action.id, action.field, action.ahead)
      for (const each of ROLES) await trial.sign(action.id, each)
      return publish(trial, action.id)
    case 'carryUntil': {
      const carriedUntil = trial.day(action.ahead)
      await trial.edit(action.id, {value: action.value})
      for (const each of ROLES) await trial.sign(action.id, each, 'carriedForward', {carriedUntil})
      return publish(trial, action.id)
    }
    case 'tick':
      return trial.tick(action.days)
    case 'join':
      await trial.join(action.ids)
      return undefined
    case 'takeOut':
      return trial.takeOut(action.id)
    case 'giveUp':
      return trial.giveUp()
    case 'publishTogether':
      return publishOpen(trial)
    case 'releaseTogether':
      return releaseOpen(trial, action.value)
    case 'change':
      await trial.giveUp()
      await trial.join(action.ids)
      return releaseOpen(trial, action.value)
    case 'expire':
      await trial.date(action.id, 'until', 1)
      for (const each of ROLES) await trial.sign(action.id, each)
      await publish(trial, action.id)
      return trial.tick(2)
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
  {timeout: 60_000 + RUNS * 5_000},
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 8}), async (steps) => {
        const {client} = await lakes.next()
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
          await perform(trial, action)
          await checkRawWrite(trial, action, before, value0)
          await checkEditorial(trial, action, before, drafted)
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
        await expectUnchanged(client, known)
      }),
      {seed: SEED, numRuns: RUNS, endOnFailure: true},
    )
    // oxlint-disable-next-line no-console -- how often it came about is what the run is read for
    console.info(
      `went out together ${counts.together}, days went by ${counts.ticks}, and ended something in force ${counts.ended}`,
    )
    expect(Math.min(...Object.values(counts)), 'something never came about').toBeGreaterThan(0)
  },
)
