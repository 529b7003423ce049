import {createClient} from '@sanity/client'
import {expect} from 'vitest'
import {standBetween} from '../support/standBetween.ts'
import {expectApproved} from './allowedToBeOut.ts'
import type {GateTrial} from './gateTrial.ts'
import {IDS, ROLES, type Id} from './trialDocuments.ts'
import type {TrialLake} from './lakes.ts'
import type {Small, Step} from './steps.ts'

/** How often what takes several things to come about really did. */
export const counts = {
  together: 0,
  merged: 0,
  aside: 0,
  suggested: 0,
  removed: 0,
  imported: 0,
  cut: 0,
  atOnce: 0,
  publishedAtOnce: 0,
  ticks: 0,
  ended: 0,
}

/** A worker runs several files with the same module. */
export function countAnew(): void {
  Object.assign(counts, Object.fromEntries(Object.keys(counts).map((name) => [name, 0])))
}

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

/** Lets a change go out alone: what rests on it goes stale by the word of whoever answers for it, and nothing else does. */
async function letStale(trial: GateTrial, id: Id, value: string): Promise<void> {
  await trial.giveUp()
  await trial.join([id])
  await trial.edit(id, {value})
  await trial.setAsideAll()
  await trial.signTogether()
  const before = await trial.delivered()
  if (!(await trial.publishTogether())) return
  counts.aside += 1
  const after = await trial.delivered()
  expect(
    [...before].filter((each) => !after.has(each) && !trial.restsOn(each).includes(id)),
    'what does not rest on the change went dark',
  ).toEqual([])
}

/** A sealer or a publisher dies at one of its requests: whatever came before it, nothing is out that was not approved. */
async function cutShort(
  {url}: TrialLake,
  trial: GateTrial,
  {road, id, value, at}: Extract<Step, {do: 'cut'}>,
): Promise<void> {
  if (road === 'publish') {
    await trial.edit(id, {value})
    for (const role of ROLES) await trial.sign(id, role)
  }
  const state = {isCut: false}
  const between = await standBetween(url, async (count) => {
    if (count < at) return 'pass'
    state.isCut = true
    return 'cut'
  })
  // `withConfig` keeps the retries of the client that it is called on.
  const config = {...trial.client.config(), apiHost: between.url, maxRetries: 0}
  const dying = trial.over(createClient(config))
  try {
    if (road === 'seal') await dying.seal()
    if (road === 'publish') await dying.publish(id)
    if (road === 'together') await dying.publishTogether()
  } catch (error) {
    if (!state.isCut) throw error
    counts.cut += 1
  } finally {
    await between.close()
  }
  await expectApproved(trial)
}

/** What asserts nothing by itself: somebody else may be doing something meanwhile. Says whether it was published. */
async function takeSmall(trial: GateTrial, action: Small): Promise<boolean> {
  switch (action.do) {
    case 'publish':
      return trial.publish(action.id)
    case 'sign':
      await trial.sign(action.id, action.role)
      return false
    case 'seal':
      await trial.seal()
      return false
    case 'recall':
      await trial.recall(action.id)
      return false
    case 'raw':
      await trial.writeRaw(action.id, action.value)
      return false
    case 'remove':
      for (const each of action.ids) if (await trial.remove(each)) counts.removed += 1
      return false
    default:
      return action satisfies never
  }
}

/** Gives what is to be published a draft that every role has signed: it would hardly ever go out otherwise. */
async function makeReady(trial: GateTrial, both: readonly Small[]): Promise<void> {
  const published = both.filter((each) => each.do === 'publish')
  if (published.length > 0) await trial.giveUp()
  for (const each of published) {
    await trial.edit(each.id, {value: 'ready'})
    for (const role of ROLES) await trial.sign(each.id, role)
  }
}

/** What neither changes a content nor takes an approval away. */
const HARMLESS = new Set<Small['do']>(['publish', 'sign', 'seal'])

/**
 * Two people at once, each over connections of their own. Invariant 5: beside what changes nothing that is out, whatever
 * the gate lets through is aligned afterwards, but what rests on the other and may have been published before it.
 */
async function atOnce(trial: GateTrial, both: readonly Small[]): Promise<void> {
  const published = await Promise.all(
    both.map((each) => takeSmall(trial.over(trial.client.clone()), each)),
  )
  counts.atOnce += 1
  await expectApproved(trial)
  const out = both.flatMap((each, at) => (published[at] && each.do === 'publish' ? [each.id] : []))
  if (out.length === 0 || !both.every((each) => HARMLESS.has(each.do))) return
  counts.publishedAtOnce += 1
  const states = await trial.states()
  const apart = out.filter(
    (id) => !trial.restsOn(id).some((one) => one !== id && out.includes(one)),
  )
  expect(
    apart.filter((id) => states.get(id) !== 'aligned'),
    'published at once without being aligned',
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

/** Does one step of a sequence, and asserts what holds of that step alone. */
export async function takeStep(lake: TrialLake, trial: GateTrial, action: Step): Promise<void> {
  switch (action.do) {
    case 'edit':
      return trial.edit(action.id, {value: action.value})
    case 'editorial':
      return trial.edit(action.id, {note: action.note})
    case 'raw':
    case 'sign':
    case 'seal':
    case 'recall':
    case 'remove':
      await takeSmall(trial, action)
      return undefined
    case 'publishRaw':
      return trial.publishRaw(action.id)
    case 'request':
      return trial.sign(action.id, action.role, 'changesRequested')
    case 'publish':
      return publish(trial, action.id)
    case 'release':
      for (const each of ROLES) await trial.sign(action.id, each)
      return publish(trial, action.id)
    case 'carry':
      await trial.edit(action.id, {value: action.value})
      for (const each of ROLES) await trial.sign(action.id, each, 'carriedForward')
      return publish(trial, action.id)
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
    case 'suggest':
      if (await trial.suggest(action.id, action.value)) counts.suggested += 1
      return publish(trial, action.id)
    case 'signMany':
      return trial.signMany(action.role)
    case 'setAside':
      return letStale(trial, action.id, action.value)
    case 'merge':
      await trial.giveUp()
      for (const each of action.ids) await trial.join([each])
      if (await trial.merge()) counts.merged += 1
      return releaseOpen(trial, action.value)
    case 'remake':
      await trial.remake(action.id, action.value)
      return undefined
    case 'import':
      await trial.import(action.exported)
      counts.imported += 1
      return undefined
    case 'cut':
      return cutShort(lake, trial, action)
    case 'atOnce':
      if (action.isReady) await makeReady(trial, action.both)
      return atOnce(trial, action.both)
    default:
      return action satisfies never
  }
}
