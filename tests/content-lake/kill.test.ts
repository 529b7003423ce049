import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createStoreCheck} from './killCheck.ts'
import {randomFrom} from './killRandom.ts'
import {serve} from './killServing.ts'
import {writeWhileItLives, type Sent} from './killWriters.ts'

/** `KILL_RUNS=500 KILL_SEED=7` for more of it, or the same again. */
const RUNS = Number(process.env.KILL_RUNS ?? 20)
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-lake-'))
})
afterEach(() => rm(directory, {recursive: true}))

test(
  `kill -9 at ${RUNS} random moments loses nothing acknowledged and leaves nothing half (seed ${SEED})`,
  {timeout: 60_000 + RUNS * 10_000},
  async () => {
    const random = randomFrom(SEED)
    const sent: Sent = {asked: new Map(), acknowledged: new Set()}
    const check = createStoreCheck()
    for (let run = 0; run < RUNS; run++) {
      await liveAndDie(random, sent)
      await check(directory, sent)
    }
    // Everything once more from the start: what was checked in an earlier life is still as it was.
    await createStoreCheck()(directory, sent)
    expect(sent.acknowledged.size).toBeGreaterThan(RUNS)
  },
)

/** One life: most end some moments after some acknowledgement, some while the store is made or read. */
async function liveAndDie(random: (limit: number) => number, sent: Sent): Promise<void> {
  const lake = serve(directory)
  const [acknowledgements, moments] = [1 + random(40), random(20)]
  if (random(8) === 0) {
    await wait(random(900))
    lake.kill()
    await lake.ended
    return
  }
  const url = await lake.url
  if (url === '') throw new Error(`The lake did not start: ${await lake.ended}`)
  let left = acknowledgements
  await writeWhileItLives(url, random, sent, () => {
    left -= 1
    if (left === 0) setTimeout(lake.kill, moments)
  })
  lake.kill()
  const said = await lake.ended
  if (said !== '') throw new Error(`The lake complained: ${said}`)
}
