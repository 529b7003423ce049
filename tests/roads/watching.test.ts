import {afterAll, beforeAll, expect, test} from 'vitest'
import {from, type Subscription} from 'rxjs'
import {observeChanges} from '../../plugins/claim-gate/world/observeChanges.ts'
import {rereading} from '../../plugins/claim-gate/world/rereading.ts'
import {standBetween, type Between} from '../support/standBetween.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* What a page shows follows what is written, from the first moment on. */
let running: RunningLake
let between: Between
const opened = Promise.withResolvers<void>()

beforeAll(async () => {
  running = await startLake()
  between = await standBetween(running.lake.url, async (_count, url) => {
    if (url.includes('/listen/')) await opened.promise
    return 'pass'
  })
})
afterAll(async () => {
  await between.close()
  await running.lake.close()
})

const COUNT = 'count(*[_type == "incident"])'

test('what is written after the first reading and before it is listened for is seen, drafts too', async () => {
  const writer = running.clientFor('administrator')
  const client = writer.withConfig({apiHost: between.url})
  const seen: number[] = []
  const watching: Subscription = observeChanges(client, '*[_type == "incident"]')
    .pipe(rereading(() => from(client.fetch<number>(COUNT))))
    .subscribe((count) => seen.push(count))
  await expect.poll(() => seen, {timeout: 10_000}).toEqual([0])
  await writer.create({_type: 'incident'})
  opened.resolve()
  await expect.poll(() => seen.at(-1), {timeout: 10_000}).toBe(1)
  await writer.create({_type: 'incident'})
  await expect.poll(() => seen.at(-1), {timeout: 10_000}).toBe(2)
  await writer.create({_id: 'drafts.incident', _type: 'incident'})
  await expect.poll(() => seen.at(-1), {timeout: 10_000}).toBe(3)
  watching.unsubscribe()
})
