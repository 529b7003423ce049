import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openHouse, type OpenHouse} from './openStudio.ts'
import {peopleOf, type People} from './people.ts'
import {citing} from './suites/citing.ts'
import {everyType} from './suites/everyType.ts'
import {everydayWork} from './suites/everydayWork.ts'
import {forms} from './suites/forms.ts'
import {importing} from './suites/importing.ts'
import {structure} from './suites/structure.ts'
import {twoTabs} from './suites/twoTabs.ts'
import {typing} from './suites/typing.ts'

/*
 * What authors do all day, in one house: a page that is open already is read in a third of the time. No part writes
 * what a later one reads.
 */
/** All of them take some minutes. */
const EVERY_TYPE = Boolean(process.env.EVERY_TYPE)

let house: OpenHouse
let people: People
const opened = () => ({house, people})

beforeAll(async () => {
  house = await openHouse()
  people = peopleOf(house)
})
afterAll(() => house.close())

describe('the way to a document', () => {
  structure(opened)
})
describe('citing a claim', () => {
  citing(opened)
})
describe('long forms', () => {
  forms(opened, EVERY_TYPE)
})
describe('everyday work', () => {
  everydayWork(opened)
})
describe('what a team has already', () => {
  importing(opened)
})
describe('typing', () => {
  typing(opened)
})
describe('two people in one document', () => {
  twoTabs(opened)
})
describe('somebody who has never seen it', () => {
  everyType(opened, EVERY_TYPE ? [] : ['claim', 'completion'])
})

test('nothing was red in the console, asked of elsewhere, or unknown to the lake', () => {
  expect(house.complaints()).toEqual([])
})
