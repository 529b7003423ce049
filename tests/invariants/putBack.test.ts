import {fc} from '@fast-check/vitest'
import {afterAll, expect, test} from 'vitest'
import {GateTrial, IDS, ROLES} from './gateTrial.ts'
import {Lakes} from './lakes.ts'

/* Content that is put back, against a real lake; `INVARIANT_RUNS` and `INVARIANT_SEED` as beside it. */
const RUNS = Number(process.env.INVARIANT_RUNS ?? 500)
const SEED = Number(process.env.INVARIANT_SEED ?? 20_261_124)
const id = fc.constantFrom(...IDS)

const lakes = new Lakes()
afterAll(() => lakes.close())

test(
  `invariant 3 holds over ${RUNS}: put back through the gate, whatever rests on it is delivered again, with no new review`,
  {timeout: 60_000 + RUNS * 5_000},
  async () => {
    await fc.assert(
      fc.asyncProperty(
        id,
        fc.array(fc.constantFrom('1', '2', '3'), {minLength: 1, maxLength: 3}),
        async (changed, values) => {
          const {client} = await lakes.next()
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
