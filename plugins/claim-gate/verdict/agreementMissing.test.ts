import {expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {agreementMissing} from './agreementMissing.ts'

const person = (name: string) => ({_type: 'reference', _ref: name})
const charter: GateDocument = {
  _id: 'charter',
  _type: 'charter',
  aim: 'Warm',
  first: person('ann'),
  second: person('ben'),
}
const {fingerprint} = contentOf(trialModel, charter)
const missing = (agreed: unknown, more: object = {}): string[] =>
  agreementMissing(trialModel, {...charter, ...more, agreed})

test.each<[string, unknown, string[]]>([
  ['nobody has', undefined, ['ann', 'ben']],
  ['what is no list of agreements', 'ann and ben', ['ann', 'ben']],
  ['one of two', [{person: person('ann'), fingerprint}], ['ben']],
  [
    'both',
    [
      {person: person('ben'), fingerprint},
      {person: person('ann'), fingerprint},
    ],
    [],
  ],
  ['somebody else', [{person: person('eve'), fingerprint}], ['ann', 'ben']],
  [
    'to what it said before',
    [
      {person: person('ann'), fingerprint: 'v1-old'},
      {person: person('ben'), fingerprint},
    ],
    ['ann'],
  ],
  ['what cannot be read', [null, 'ann', {fingerprint}, {person: person('ann')}], ['ann', 'ben']],
])('who has not agreed: %s', (_, agreed, expected) => {
  expect(missing(agreed)).toEqual(expected)
})

test('what two agreed to is agreed no more once its content changes', () => {
  const agreed = ['ann', 'ben'].map((name) => ({person: person(name), fingerprint}))
  expect(missing(agreed, {aim: 'Warmer'})).toEqual(['ann', 'ben'])
})

test('the field is named where nobody is', () => {
  expect(missing(undefined, {second: undefined})).toEqual(['ann', 'second'])
})

test('nobody has to where the options ask for no agreement', () => {
  const {agreement: _agreement, ...options} = trialModel.options
  expect(agreementMissing({...trialModel, options}, charter)).toEqual([])
})
