import {expect, test} from 'vitest'
import {trialOptions, trialTypes} from '../fixtures/trialSchema.ts'
import {createGateModel} from './createGateModel.ts'

const asset = {
  name: 'asset',
  type: 'document',
  options: {
    claimGate: {
      roles: ['medical'],
      rolesWhen: [{path: 'kind', in: ['a'], add: ['legal', 'medical']}],
      carryRoles: ['marketing', 'legal'],
    },
  },
  fields: [{name: 'kind', type: 'string'}],
}
const others = trialTypes.filter(({options}) => options === undefined || !('claimGate' in options))

/** What the start is refused for where a colleague's roles are a field like this. */
function problemsWith(field: object, ...more: object[]): string[] {
  const types = others.map((type) =>
    type.name === 'colleague'
      ? {...type, fields: [...type.fields.slice(0, 2), {name: 'roles', type: 'array', ...field}]}
      : type,
  )
  try {
    createGateModel([...types, asset, ...more], {...trialOptions, dates: {}})
  } catch (error) {
    return String(error).split('\n- ').slice(1)
  }
  return []
}

const nobody = (role: string, ...allowed: string[]) =>
  `type "asset": role "${role}" is none of the values that "roles" of type "colleague" allows (${allowed.join(', ')}), so nobody could sign in it; add it to the list of values of that field, or take it out of options.claimGate`
const listed = (...list: unknown[]) => ({options: {list}})
const title = (value: string) => ({title: `In ${value}`, value})

test.each<[string, object, ...string[]]>([
  ['any text', {of: [{type: 'string'}]}],
  ['every role', {of: [{type: 'string'}], ...listed('marketing', 'medical', title('legal'))}],
  ['every role of members', {of: [{type: 'string', ...listed('legal', 'marketing', 'medical')}]}],
  [
    'roles of members of two kinds',
    {
      of: [
        {type: 'string', name: 'one', ...listed('legal')},
        {type: 'string', name: 'two', ...listed('marketing', 'medical')},
      ],
    },
  ],
  [
    'members of which one kind may be any text',
    {
      of: [
        {type: 'string', ...listed('legal')},
        {type: 'string', name: 'free'},
      ],
    },
  ],
  ['what another plugin makes', {of: [{type: 'elsewhere'}]}],
  ['what may be of another plugin', {of: [{type: 'elsewhere'}, {type: 'string', ...listed()}]}],
  [
    'texts without some of the roles',
    {of: [{type: 'string'}], ...listed(title('medical'), 'coach', 3, null, {title: 'None'})},
    nobody('legal', 'medical', 'coach'),
    nobody('marketing', 'medical', 'coach'),
  ],
  [
    'members without one of the roles',
    {
      of: [
        {type: 'string', ...listed('marketing', title('medical'))},
        {type: 'reference', to: []},
      ],
    },
    nobody('legal', 'marketing', 'medical'),
  ],
  [
    'members of a type with a name',
    {of: [{type: 'role'}]},
    nobody('marketing', 'medical', 'legal'),
  ],
  [
    'members that say it for themselves',
    {of: [{type: 'role', ...listed('medical', 'legal', 'marketing')}]},
  ],
  [
    'what both lists allow',
    {of: [{type: 'role'}], ...listed('marketing', 'medical')},
    nobody('legal', 'medical'),
    nobody('marketing', 'medical'),
  ],
])('roles that may be %s', (_what, field, ...problems) => {
  expect(
    problemsWith(field, {name: 'role', type: 'string', ...listed('medical', 'legal')}),
  ).toEqual(problems)
})

test('roles that may be none at all', () => {
  expect(problemsWith({of: [{type: 'string'}], ...listed()})).toEqual(
    ['medical', 'legal', 'marketing'].map((role) => nobody(role).replace('()', '(no value)')),
  )
})

test('a field that is no list is one problem, whatever it allows', () => {
  expect(problemsWith({type: 'string', ...listed('marketing')})).toEqual([
    'options.signers.rolesPath "roles" is a string; name a list of strings; nobody could sign',
  ])
})

test('a role that the options do not know is one problem and not two', () => {
  const type = {...asset, name: 'y', options: {claimGate: {roles: ['vet']}}, fields: []}
  const field = {of: [{type: 'string'}], ...listed('marketing', 'medical', 'legal')}
  expect(problemsWith(field, type)).toEqual([
    'type "y": role "vet" is not in the gate\'s options; known are marketing, medical, legal',
  ])
})
