import {expect, test} from 'vitest'
import {trialOptions, trialTypes} from '../fixtures/trialSchema.ts'
import {createGateModel} from './createGateModel.ts'

const immaterial = {options: {material: false}}
const entries = [{type: 'object', fields: [{name: 'status', type: 'string'}]}]

/** Every kind of field that a path can lead to or through, named after what it is. */
const fields = [
  {name: 'text', type: 'string'},
  {name: 'tone', type: 'tone'},
  {name: 'date', type: 'datetime'},
  {name: 'number', type: 'number'},
  {name: 'numbers', type: 'array', of: [{type: 'number'}]},
  {name: 'mixed', type: 'array', of: [{type: 'boolean'}, {type: 'tone'}]},
  {name: 'halfForeign', type: 'array', of: [{type: 'number'}, {type: 'ofAnotherPlugin'}]},
  {name: 'reference', type: 'reference', to: [{type: 'campaign'}]},
  {name: 'slug', type: 'slug'},
  {name: 'foreign', type: 'ofAnotherPlugin'},
  {name: 'texts', type: 'array', of: [{type: 'tone'}, {type: 'reference', to: []}]},
  {name: 'objects', type: 'array', of: entries},
  {name: 'named', type: 'namesAgain'},
  {name: 'foreigners', type: 'array', of: [{type: 'ofAnotherPlugin'}]},
  {name: 'object', type: 'object', fields: [{name: 'objects', type: 'array', of: entries}]},
  {name: 'part', type: 'part'},
  {name: 'records', type: 'array', of: entries, ...immaterial},
  {name: 'aside', type: 'part', ...immaterial},
]
const types = [
  ...trialTypes,
  {name: 'tone', type: 'string'},
  {name: 'names', type: 'array', of: entries},
  {name: 'namesAgain', type: 'names'},
  {
    name: 'part',
    type: 'object',
    fields: [
      {name: 'names', type: 'names'},
      {name: 'text', type: 'text'},
    ],
  },
  {name: 'image', type: 'image', fields: []},
  {name: 'other', type: 'document', fields},
]

/** What the start is refused for, without what the message begins with; an empty list where it is not. */
function problemsOf(gate: object, options: object = {}): string[] {
  const asset = {
    name: 'asset',
    type: 'document',
    options: {claimGate: {roles: ['legal'], ...gate}},
    fields,
  }
  try {
    createGateModel([...types, asset], {...trialOptions, ...options})
  } catch (error) {
    return String(error).split('\n- ').slice(1)
  }
  return []
}

const throughList = (path: string, list: string) =>
  `"${path}" leads through the list "${list}", and nothing is found in a list by name; name a field outside of lists, or the list itself where it holds plain values`
const pastPlain = (path: string, plain: string) =>
  `"${path}" leads on after "${plain}", which is a plain value; name "${plain}" itself`
const pastReference = (path: string, reference: string) =>
  `"${path}" leads on after "${reference}", which is a reference and is not followed; name a field of the type itself, or "${reference}._ref"`

const NEEDED = {
  condition: 'name a plain value, a list of plain values, or the "_ref" of a reference',
  group: 'name a reference, or a string that is an id',
}

test.each<[string, ...string[]]>([
  ['text'],
  ['tone'],
  ['date'],
  ['number'],
  ['texts'],
  ['numbers'],
  ['foreign'],
  ['foreign.text'],
  ['foreigners'],
  ['slug.current'],
  ['reference._ref'],
  ['part.text'],
  ['objects.status', throughList('objects.status', 'objects')],
  ['named.status', throughList('named.status', 'named')],
  ['foreigners.text', throughList('foreigners.text', 'foreigners')],
  ['object.objects.status', throughList('object.objects.status', 'object.objects')],
  ['part.names.status.code', throughList('part.names.status.code', 'part.names')],
  ['text.length', pastPlain('text.length', 'text')],
  ['part.text.length', pastPlain('part.text.length', 'part.text')],
  ['tone.length', pastPlain('tone.length', 'tone')],
  ['reference.title', pastReference('reference.title', 'reference')],
  ['reference', `"reference" is a reference; ${NEEDED.condition}`],
  ['slug', `"slug" is an object; ${NEEDED.condition}`],
  ['part', `"part" is an object; ${NEEDED.condition}`],
  ['objects', `"objects" is a list of objects; ${NEEDED.condition}`],
])('a condition on %s', (path, ...problems) => {
  expect(problemsOf({rolesWhen: [{path, in: ['a'], add: ['medical']}]})).toEqual(
    problems.map((problem) => `type "asset": rolesWhen: ${problem}`),
  )
})

test('two conditions on one path are one problem', () => {
  const condition = {path: 'text.length', in: ['a'], add: ['medical']}
  expect(problemsOf({rolesWhen: [condition, condition]})).toHaveLength(1)
})

test.each<[string, ...string[]]>([
  ['reference'],
  ['text'],
  ['reference._ref'],
  ['foreign'],
  ['objects.status', throughList('objects.status', 'objects')],
  ['texts', `"texts" is a list of strings; ${NEEDED.group}`],
  ['part', `"part" is an object; ${NEEDED.group}`],
])('a first publication with the group at %s', (groupPath, ...problems) => {
  expect(problemsOf({firstPublish: {checkpoint: 'launch', groupPath}})).toEqual(
    problems.map((problem) => `type "asset": firstPublish.groupPath: ${problem}`),
  )
})

const paths = {type: 'other', groupPath: 'reference', people: ['reference'], recordPath: 'records'}

test.each<[object, ...string[]]>([
  [{}],
  [{groupPath: 'text', people: ['slug.current'], recordPath: 'aside.names'}],
  [{groupPath: 'objects.status'}, throughList('objects.status', 'objects')],
  [{people: ['reference', 'text.length']}, pastPlain('text.length', 'text')],
  [{people: ['objects']}, `"objects" is a list of objects; ${NEEDED.group}`],
  [{recordPath: 'records.status'}, throughList('records.status', 'records')],
  [{recordPath: 'aside.text'}, '"aside.text" is a string; name a list of objects'],
  [
    {recordPath: 'aside.names.by', groupPath: 'reference.title'},
    pastReference('reference.title', 'reference'),
    throughList('aside.names.by', 'aside.names'),
  ],
  [{recordPath: 'aside.nothing'}, '"aside.nothing" is no field of type "other"'],
])('an agreement whose paths are %j', (more, ...problems) => {
  expect(problemsOf({}, {agreement: {...paths, ...more}})).toEqual(
    problems.map((problem) => `options.agreement: ${problem}`),
  )
})

const signers = {type: 'other', accountPath: 'text', namePath: 'text', rolesPath: 'texts'}

test.each<[object, ...string[]]>([
  [{}],
  [{accountPath: 'part.text', namePath: 'slug.current', rolesPath: 'foreigners'}],
  [{accountPath: 'foreign', namePath: 'foreign', rolesPath: 'foreign'}],
  [{accountPath: 'objects.status'}, `accountPath ${throughList('objects.status', 'objects')}`],
  [{namePath: 'text.first'}, `namePath ${pastPlain('text.first', 'text')}`],
  [{rolesPath: 'reference.roles'}, `rolesPath ${pastReference('reference.roles', 'reference')}`],
  [{accountPath: 'texts'}, 'accountPath "texts" is a list of strings; name a string'],
  [{namePath: 'part'}, 'namePath "part" is an object; name a string'],
  [{rolesPath: 'text'}, 'rolesPath "text" is a string; name a list of strings'],
  [{rolesPath: 'mixed'}],
  [{rolesPath: 'halfForeign'}],
  [
    {accountPath: 'number', namePath: 'number'},
    'accountPath "number" is a number or a boolean; name a string',
    'namePath "number" is a number or a boolean; name a string',
  ],
  [
    {rolesPath: 'numbers'},
    'rolesPath "numbers" is a list of numbers or booleans; name a list of strings',
  ],
  [{rolesPath: 'named'}, 'rolesPath "named" is a list of objects; name a list of strings'],
  [{rolesPath: 'aside.nothing'}, 'rolesPath "aside.nothing" is no field of type "other"'],
])('signers whose paths are %j', (more, ...problems) => {
  expect(problemsOf({}, {signers: {...signers, ...more}})).toEqual(
    problems.map((problem) => `options.signers.${problem}; nobody could sign`),
  )
})

test('a date is no path', () => {
  expect(problemsOf({}, {dates: {from: 'part.text', until: 'until'}})).toEqual([
    'options.dates.from "part.text" is a field of no gated type; name the right field, or leave it out',
  ])
})
