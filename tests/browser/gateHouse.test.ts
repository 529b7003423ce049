import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openHouse, type OpenHouse} from './openStudio.ts'
import {ASKED_IN_VAIN, peopleOf, SEAL_REFUSED, type People} from './people.ts'
import {startSecondFactor, type SecondFactor} from './secondFactor.ts'
import {checkpoints} from './suites/checkpoints.ts'
import {confirming} from './suites/confirming.ts'
import {gateStates} from './suites/gateStates.ts'
import {keyboard} from './suites/keyboard.ts'
import {mainJob} from './suites/mainJob.ts'
import {merging} from './suites/merging.ts'
import {reviewing} from './suites/reviewing.ts'

/* What the gate asks of people, and refuses them, in one house. What a part leaves, a later one can begin with. */
let house: OpenHouse
let people: People
let factor: SecondFactor
const opened = () => ({house, people})

beforeAll(async () => {
  factor = await startSecondFactor()
  house = await openHouse(factor.url)
  people = peopleOf(house)
})
afterAll(async () => {
  await house.close()
  await factor.close()
})

describe('a slide cannot go out on a claim that moved', () => {
  mainJob(opened)
})

test('nothing was red in the console, asked of elsewhere, or unknown to the lake', () => {
  expect(house.complaints()).toEqual([])
})

describe('by keyboard alone', () => {
  keyboard(opened)
})
describe('a second factor is asked', () => {
  confirming(opened, () => factor)
})
describe('publishing together', () => {
  checkpoints(opened)
})
describe('answering for a checkpoint', () => {
  merging(opened)
})
describe('reviewing', () => {
  reviewing(opened)
})

test('nothing was red but that only the sealer seals', () => {
  expect(house.complaints().filter((each) => each !== SEAL_REFUSED)).toEqual([])
})

describe('the gate’s screens with nothing to show', () => {
  gateStates(opened)
})

test('nothing was red but what was refused on purpose', () => {
  const expected = new Set([SEAL_REFUSED, ASKED_IN_VAIN])
  expect(house.complaints().filter((each) => !expected.has(each))).toEqual([])
})
