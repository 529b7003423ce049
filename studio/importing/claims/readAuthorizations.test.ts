import {expect, test} from 'vitest'
import {outcomesOf} from './fixtures/stored.ts'

const COLUMNS = 'Code\tMarket\tLabel status\tRationale\tIFU section'

function authorized(...cells: string[]): unknown {
  const [outcome] = outcomesOf(`${COLUMNS}\nCLM-001\t${cells.join('\t')}`)
  if (outcome?.status === 'refused') return outcome.reasons.map(({key}) => key)
  return outcome?.status === 'changed' ? outcome.changes[0]?.after : outcome?.status
}

const us = {
  _key: 'us',
  _type: 'authorization',
  market: 'US',
  labelStatus: 'onLabel',
  ifuLocator: 'Section 1',
}
const eu = {_key: 'eu', _type: 'authorization', market: 'EU'}

test('one status and one rationale are said for all markets, as many as markets for each', () => {
  const status = 'consistentWithLabel'
  expect(authorized('US; EU', 'CFL', 'It is; really', '')).toEqual([
    {...us, labelStatus: status, rationale: 'It is; really'},
    {...eu, labelStatus: status, rationale: 'It is; really'},
  ])
  expect(authorized('US; EU', 'On label; CFL', '', '')).toEqual(['market.no-rationale'])
  expect(authorized('US; EU', 'On label; CFL', 'Why | Because', 'Section 1|Section 2')).toEqual([
    {...us, rationale: 'Why'},
    {...eu, labelStatus: status, rationale: 'Because', ifuLocator: 'Section 2'},
  ])
})

test('without a market the row speaks of those that are there', () => {
  expect(authorized('', '', '', 'Section 2')).toEqual([{...us, ifuLocator: 'Section 2'}])
})

test.each([
  ['a market without a status', ['US; CA', '', '', ''], ['market.no-status']],
  ['a market twice', ['US; usa', '', '', ''], ['market.twice']],
  ['fewer statuses than markets', ['US; EU; CA', 'On label; CFL', 'x', ''], ['market.uneven']],
  ['a status that is none', ['US', 'Off label', '', ''], ['choice.unknown']],
])('%s is refused', (_, cells, keys) => {
  expect(authorized(...cells)).toEqual(keys)
})
