import {fc} from '@fast-check/vitest'
import {afterAll, expect, test} from 'vitest'
import {GateTrial} from './gateTrial.ts'
import {IDS, RESTS_ON, ROLES, type Id} from './trialDocuments.ts'
import {Lakes} from './lakes.ts'

/* Content that is put back, against a real lake; `INVARIANT_RUNS` and `INVARIANT_SEED` as beside it. */
const RUNS = Number(process.env.INVARIANT_RUNS ?? 280)
const SEED = Number(process.env.INVARIANT_SEED ?? 20_261_124)

/** One document, or two of which neither rests on the other: each may then be written whatever became of the other. */
const APART = IDS.flatMap((one): Id[][] => [
  [one],
  ...IDS.filter(
    (other) => other > one && !RESTS_ON[one].includes(other) && !RESTS_ON[other].includes(one),
  ).map((other) => [one, other]),
])

const journey = fc.constantFrom(...APART).chain((ids) =>
  fc.record({
    changes: fc.array(
      fc.record({id: fc.constantFrom(...ids), value: fc.constantFrom('1', '2', '3')}),
      {minLength: 1, maxLength: 4},
    ),
    /** What was changed last is put back first. */
    lastFirst: fc.boolean(),
  }),
)

const lakes = new Lakes()
afterAll(() => lakes.close())

test(
  `invariant 3 holds over ${RUNS} (seed ${SEED}): put back through the gate, whatever rests on it is delivered again, with no new review`,
  {timeout: 60_000 + RUNS * 5_000},
  async () => {
    await fc.assert(
      fc.asyncProperty(journey, async ({changes, lastFirst}) => {
        const {client} = await lakes.next()
        const trial = new GateTrial(client)
        await trial.begin()
        const changed = new Set<Id>()
        /** Nothing that rests on what is changed is delivered, but for itself; all else is. */
        const expectWithheld = async (): Promise<void> => {
          const withheld = IDS.filter((each) =>
            RESTS_ON[each].some((member) => member !== each && changed.has(member)),
          )
          const delivered = await trial.delivered()
          expect(IDS.filter((each) => !delivered.has(each))).toEqual(withheld)
        }
        for (const {id, value} of changes) {
          changed.add(id)
          await trial.edit(id, {value})
          for (const by of ROLES) await trial.sign(id, by)
          expect(await trial.publish(id)).toBe(true)
          await expectWithheld()
        }
        const reviews = await client.fetch<number>('count(*[_type == "review"])')
        for (const id of lastFirst ? [...changed].toReversed() : [...changed]) {
          changed.delete(id)
          await trial.edit(id, {value: '0'})
          expect(await trial.publish(id)).toBe(true)
          await expectWithheld()
        }
        expect((await trial.delivered()).size).toBe(IDS.length)
        expect(await client.fetch<number>('count(*[_type == "review"])')).toBe(reviews)
      }),
      {seed: SEED, numRuns: RUNS, endOnFailure: true},
    )
  },
)
