import {expect, test} from 'vitest'
import {trialOptions, trialTypes} from '../fixtures/trialSchema.ts'
import {createGateModel} from './createGateModel.ts'

const others = trialTypes.filter(({options}) => options === undefined || !('claimGate' in options))
const listed = (...list: unknown[]) => ({options: {list}})

/** What the start is refused for where a condition waits for these values of a field like this. */
function problemsWith(field: object, values: unknown[], path = 'kind'): string[] {
  const asset = {
    name: 'asset',
    type: 'document',
    options: {claimGate: {roles: ['medical'], rolesWhen: [{path, in: values, add: ['legal']}]}},
    fields: [{name: 'kind', ...field}],
  }
  const kinds = {name: 'kinds', type: 'string', ...listed('safety', 'economic')}
  try {
    createGateModel([...others, kinds, asset], {...trialOptions, dates: {}})
  } catch (error) {
    return String(error).split('\n- ').slice(1)
  }
  return []
}

const never = (value: string, allowed: string, path = 'kind') =>
  `type "asset": rolesWhen waits for ${value} at "${path}", which is none of the values that this field allows (${allowed}), so that nobody who chooses from them is asked for legal; correct the value, or put it into the list of values of that field`

test.each<[string, object, unknown[], ...string[]]>([
  ['any text', {type: 'string'}, ['economics']],
  [
    'a text of a list',
    {type: 'string', ...listed('safety', {title: 'Economic', value: 'economic'})},
    ['economic', 'economics'],
    never('"economics"', '"safety", "economic"'),
  ],
  ['a text with spaces that do not count', {type: 'string', ...listed(' economic ')}, ['economic']],
  ['a number of a list', {type: 'number', ...listed(1, 2)}, [1, 3], never('3', '1, 2')],
  ['a text in place of a number', {type: 'number', ...listed(1)}, ['1'], never('"1"', '1')],
  [
    'a text of a list with a name',
    {type: 'kinds'},
    ['saftey'],
    never('"saftey"', '"safety", "economic"'),
  ],
  [
    'a member of a list',
    {type: 'array', of: [{type: 'string'}], ...listed('safety')},
    ['safety', 'cost'],
    never('"cost"', '"safety"'),
  ],
  [
    'a number among the members of a list',
    {type: 'array', of: [{type: 'number', ...listed(1)}]},
    [1, 2],
    never('2', '1'),
  ],
  [
    'a text of a type whose options are replaced',
    {type: 'kinds', options: {layout: 'radio'}},
    ['cost'],
  ],
  ['no value at all', {type: 'string', ...listed()}, ['a'], never('"a"', 'no value')],
])('a condition on %s', (_what, field, values, ...problems) => {
  expect(problemsWith(field, values)).toEqual(problems)
})

test('a condition on a part of a field', () => {
  const field = {
    type: 'object',
    fields: [{name: 'of', type: 'string', ...listed('safety')}],
  }
  expect(problemsWith(field, ['safety'], 'kind.of')).toEqual([])
  expect(problemsWith(field, ['cost'], 'kind.of')).toEqual([never('"cost"', '"safety"', 'kind.of')])
})
