import {describe, expect, test} from 'vitest'
import {trialModel, trialOptions, trialTypes} from '../fixtures/trialSchema.ts'
import {createGateModel} from './createGateModel.ts'
import {requiredCarryRoles, requiredRoles} from './requiredRoles.ts'
import {watchedTypes} from './watchedTypes.ts'

const {agreement: _agreement, ...withoutAgreement} = trialOptions

const refusalOf = (types: readonly unknown[], options = trialOptions): string => {
  try {
    createGateModel(types, options)
  } catch (error) {
    return String(error)
  }
  return ''
}
const refusal = (...problems: string[]): string =>
  ['GateConfigError: claim-gate cannot start:', ...problems].join('\n- ')

/** A document type `x` that the gate holds, with further fields and further words on the gate. */
const gatedType = (gate: object, ...fields: object[]) => ({
  name: 'x',
  type: 'document',
  options: {claimGate: {roles: ['legal'], ...gate}},
  fields: [
    {name: 'kind', type: 'string'},
    {name: 'campaign', type: 'reference', to: [{type: 'campaign'}]},
    ...fields,
  ],
})
const print = {name: 'print', type: 'object', fields: [{name: 'run', type: 'number'}]}

describe('a model', () => {
  test('holds the gated types and nothing else', () => {
    expect(Object.keys(trialModel.types)).toEqual(['study', 'statement', 'page', 'lesson'])
  })

  test('is plain data: it survives JSON', () => {
    expect(JSON.parse(JSON.stringify(trialModel))).toEqual(trialModel)
  })

  test('knows which roles content asks for, in the order of the options', () => {
    const statement = {_id: 's', _type: 'statement', kind: 'comparative'}
    expect(requiredRoles(trialModel, statement)).toEqual(['marketing', 'medical', 'legal'])
    expect(requiredRoles(trialModel, {...statement, kind: ' comparative '})).toContain('legal')
    expect(requiredRoles(trialModel, {...statement, kind: ['safety', 'comparative']})).toContain(
      'legal',
    )
    expect(requiredRoles(trialModel, {...statement, kind: 'safety'})).toEqual([
      'marketing',
      'medical',
    ])
    expect(requiredRoles(trialModel, {_id: 'x', _type: 'colleague'})).toEqual([])
  })

  test('takes the carry roles of the type, or else those that the content asks for', () => {
    const model = createGateModel(
      [
        ...trialTypes,
        {
          name: 'leaflet',
          type: 'document',
          options: {claimGate: {roles: ['legal'], carryRoles: ['marketing']}},
        },
      ],
      trialOptions,
    )
    expect(requiredCarryRoles(model, {_id: 'x', _type: 'leaflet'})).toEqual(['marketing'])
    expect(requiredCarryRoles(model, {_id: 'x', _type: 'study'})).toEqual(['medical'])
  })

  test.each<[string, object, object, object]>([
    [
      'all of it',
      {title: 'Leaflet'},
      {
        roles: ['medical', 'legal'],
        rolesWhen: [
          {path: 'kind', in: ['safety', 3, true], add: ['marketing']},
          {path: 'print.run', in: [0], add: []},
        ],
        carryRoles: ['marketing'],
        side: 'training',
        firstPublish: {checkpoint: 'launch', groupPath: 'campaign'},
      },
      {
        title: 'Leaflet',
        roles: ['medical', 'legal'],
        rolesWhen: [
          {path: 'kind', in: ['safety', 3, true], add: ['marketing']},
          {path: 'print.run', in: [0], add: []},
        ],
        carryRoles: ['marketing'],
        side: 'training',
        firstPublish: {checkpoint: 'launch', groupPath: 'campaign'},
      },
    ],
    [
      'roles alone, the name for a title',
      {},
      {},
      {title: 'x', roles: ['legal'], rolesWhen: [], carryRoles: []},
    ],
  ])('keeps what a type says of its gate: %s', (_what, more, gate, kept) => {
    const model = createGateModel(
      [...trialTypes, {...gatedType(gate, print), ...more}],
      trialOptions,
    )
    expect(model.types.x).toStrictEqual({name: 'x', ...kept})
  })

  test('tells the sides of a launch apart', () => {
    const {types} = createGateModel(trialTypes, trialOptions)
    expect(Object.values(types).map(({name, side}) => [name, side])).toEqual([
      ['study', 'source'],
      ['statement', 'source'],
      ['page', 'content'],
      ['lesson', 'training'],
    ])
  })

  test('is made without what is no type, what has no name and what asks for no gate', () => {
    const more = [null, 'page', {...gatedType({}), name: ''}, {name: 'y', options: {columns: 2}}]
    const {types} = createGateModel([...trialTypes, ...more], trialOptions)
    expect(Object.keys(types)).toEqual(['study', 'statement', 'page', 'lesson'])
  })

  test('lets a type that the gate does not hold publish every keystroke', () => {
    expect(refusalOf([...trialTypes, {name: 'y', type: 'document', liveEdit: true}])).toBe('')
  })

  test('needs no agreement where nothing goes out together, and then looks at gated types alone', () => {
    const alone = trialTypes.filter(({name}) => name !== 'page' && name !== 'lesson')
    expect(watchedTypes(createGateModel(alone, withoutAgreement))).toEqual(['study', 'statement'])
    expect(watchedTypes(createGateModel(alone, trialOptions))).toEqual([
      'study',
      'statement',
      'charter',
    ])
  })
})

describe('a configuration that could not hold is refused with what to do', () => {
  const neverApplies = 'type "x": a rolesWhen condition lacks "path" or "in" and would never apply'
  const decides = (name: string) =>
    `type "x": "${name}" decides about roles, dates or with what it goes out, and cannot be material: false`
  const isNoField = (name: string) =>
    `type "x": "${name}" is to decide about roles or with what it goes out, and is no field of the type`
  const immaterial = {type: 'string', options: {material: false}}

  test.each([
    [
      'a name of the gate',
      {name: 'seal', type: 'document', fields: []},
      `type "seal": this name belongs to claim-gate's own documents; rename your type`,
    ],
    [
      'nobody to approve',
      gatedType({roles: []}),
      'type "x": options.claimGate.roles is empty; name at least one role that must approve',
    ],
    [
      'a role that nobody knows, named once',
      gatedType({roles: ['vet'], carryRoles: ['vet', 'legal']}),
      'type "x": role "vet" is not in the gate\'s options; known are marketing, medical, legal',
    ],
    [
      'a role that only a condition names',
      gatedType({rolesWhen: [{path: 'kind', in: ['a'], add: ['vet']}]}),
      'type "x": role "vet" is not in the gate\'s options; known are marketing, medical, legal',
    ],
    [
      'publishing past the gate',
      {...gatedType({}), liveEdit: true},
      'type "x": liveEdit publishes every keystroke past the gate; remove it',
    ],
    ['a condition on nothing', gatedType({rolesWhen: [{in: ['a'], add: ['legal']}]}), neverApplies],
    [
      'a condition on an empty path',
      gatedType({rolesWhen: [{path: '', in: ['a'], add: ['legal']}]}),
      neverApplies,
    ],
    [
      'a condition that nothing meets',
      gatedType({rolesWhen: [{path: 'kind', in: [], add: ['legal']}]}),
      neverApplies,
    ],
    [
      'a first day that nobody reviews',
      gatedType({}, {name: 'from', ...immaterial}),
      decides('from'),
    ],
    [
      'a last day that nobody reviews',
      gatedType({}, {name: 'until', ...immaterial}),
      decides('until'),
    ],
    [
      'a condition on what nobody reviews',
      gatedType(
        {rolesWhen: [{path: 'print.run', in: [1], add: ['medical']}]},
        {name: 'print', ...immaterial},
        {name: 'run', ...immaterial},
      ),
      decides('print'),
    ],
    [
      'a condition on a part that nobody reviews',
      gatedType(
        {rolesWhen: [{path: 'print.run', in: [1], add: ['medical']}]},
        {name: 'print', type: 'object', fields: [{name: 'run', ...immaterial}]},
      ),
      decides('print.run'),
    ],
    [
      'a condition on what is not there',
      gatedType({rolesWhen: [{path: 'print.rum', in: [1], add: ['medical']}]}, print),
      isNoField('print.rum'),
    ],
    [
      'a group that nobody reviews',
      gatedType(
        {firstPublish: {checkpoint: 'launch', groupPath: 'brief.group'}},
        {name: 'brief', ...immaterial},
      ),
      decides('brief'),
    ],
    [
      'a group that is not there',
      gatedType({firstPublish: {checkpoint: 'launch', groupPath: 'campain'}}),
      isNoField('campain'),
    ],
    [
      'what is no gate',
      {name: 'x', type: 'document', options: {claimGate: true}},
      'type "x": options.claimGate is no object such as {roles: ["marketing"]}',
    ],
    [
      'roles that are no names',
      gatedType({roles: ['legal', 7]}),
      'type "x": options.claimGate.roles is no list of names of roles',
    ],
    [
      'carry roles that are no list',
      gatedType({carryRoles: 'legal'}),
      'type "x": options.claimGate.carryRoles is no list of names of roles',
    ],
    ...[
      [null],
      ['kind'],
      {},
      [{path: 'kind', in: ['a', null], add: []}],
      [{path: 'kind', in: ['a']}],
      [{path: 'kind', in: ['a'], add: ['legal']}, 'kind'],
    ].map((rolesWhen): [string, object, string] => [
      `conditions that are none: ${JSON.stringify(rolesWhen)}`,
      gatedType({rolesWhen}),
      'type "x": options.claimGate.rolesWhen is no list such as [{path: "kind", in: ["safety"], add: ["legal"]}]',
    ]),
    [
      'a side that there is not',
      gatedType({side: 'middle'}),
      'type "x": options.claimGate.side "middle" is none of source, content, training',
    ],
    ...['launch', {checkpoint: 'change', groupPath: 'campaign'}].map(
      (firstPublish): [string, object, string] => [
        `a first publication through nothing: ${JSON.stringify(firstPublish)}`,
        gatedType({firstPublish}),
        'type "x": options.claimGate.firstPublish is not of the form {checkpoint: "launch", groupPath: "launch"}',
      ],
    ),
    [
      'a first publication of which nobody knows the group',
      gatedType({firstPublish: {checkpoint: 'launch'}}),
      'type "x": firstPublish.groupPath is no path of fields such as "launch"',
    ],
  ] satisfies [string, object, string][])('%s', (_what, type, problem) => {
    expect(refusalOf([...trialTypes, type])).toBe(refusal(problem))
  })

  test('a condition on a part that nobody reviews, of an object that has a type of its own', () => {
    const edition = {name: 'edition', type: 'object', fields: [{name: 'run', ...immaterial}]}
    const type = gatedType(
      {rolesWhen: [{path: 'print.run', in: [1], add: ['medical']}]},
      {name: 'print', type: 'edition'},
    )
    expect(refusalOf([...trialTypes, edition, type])).toBe(refusal(decides('print.run')))
  })

  test('all problems at once, each on a line of its own', () => {
    expect(refusalOf([...trialTypes, {name: 'seal'}, {name: 'review'}])).toBe(
      refusal(
        `type "seal": this name belongs to claim-gate's own documents; rename your type`,
        `type "review": this name belongs to claim-gate's own documents; rename your type`,
      ),
    )
  })

  const path = (wrong: string) =>
    `options.agreement: "${wrong}" is no path of fields such as "a" or "a.b"`
  const record = (name: string) =>
    `type "charter": "${name}" records who agreed, so it must be material: false, or agreeing would change what was agreed to`

  test.each<[object, ...string[]]>([
    [{}],
    [
      {recordPath: 'agreed.by'},
      'options.agreement: "agreed.by" leads through the list "agreed", and nothing is found in a list by name; name a field outside of lists, or the list itself where it holds plain values',
    ],
    [{type: 'nothing'}, 'options.agreement.type "nothing" is no type of the schema'],
    [{groupPath: 'campaign[0]'}, path('campaign[0]')],
    [{people: ['first', '']}, path('')],
    [{people: ['frist']}, 'options.agreement: "frist" is no field of type "charter"'],
    [{groupPath: 'campain'}, 'options.agreement: "campain" is no field of type "charter"'],
    [
      {people: []},
      'options.agreement.people is empty; name at least one field with who must agree',
    ],
    [{recordPath: 'aim'}, record('aim')],
    [{recordPath: 'forgotten'}, record('forgotten')],
    [{recordPath: 'agreed-by'}, path('agreed-by'), record('agreed-by')],
  ])('an agreement that could not be read: %j', (wrong, ...problems) => {
    const agreement = {
      type: 'charter',
      groupPath: 'campaign',
      people: ['first'],
      recordPath: 'agreed',
    }
    const options = {...trialOptions, agreement: {...agreement, ...wrong}}
    expect(refusalOf(trialTypes, options)).toBe(problems.length === 0 ? '' : refusal(...problems))
  })

  test('a first publication that no agreement asks for', () => {
    const problem = (name: string) =>
      `type "${name}": firstPublish applies where a group has an agreement; set options.agreement`
    expect(refusalOf(trialTypes, withoutAgreement)).toBe(
      refusal(problem('page'), problem('lesson')),
    )
  })

  test('no type to say who may sign', () => {
    expect(refusalOf(trialTypes.filter(({name}) => name !== 'colleague'))).toBe(
      refusal('options.signers.type "colleague" is no type of the schema; nobody could sign'),
    )
  })

  test.each<[object, string]>([
    [
      {dates: {from: 'from', until: 'untl'}},
      'options.dates.until "untl" is a field of no gated type; name the right field, or leave it out',
    ],
    [
      {timeZone: 'Europe/Zurch'},
      'options.timeZone "Europe/Zurch" is no time zone such as "UTC" or "Europe/Zurich"',
    ],
    [
      {signers: {...trialOptions.signers, accountPath: 'account == $x || true'}},
      'options.signers.accountPath "account == $x || true" is no field of type "colleague"; nobody could sign',
    ],
    [
      {signers: {...trialOptions.signers, rolesPath: 'rolls'}},
      'options.signers.rolesPath "rolls" is no field of type "colleague"; nobody could sign',
    ],
  ])('options that would decide nothing: %j', (wrong, problem) => {
    expect(refusalOf(trialTypes, {...trialOptions, ...wrong})).toBe(refusal(problem))
  })

  test('a house in which nothing begins or ends by its date', () => {
    expect(refusalOf(trialTypes, {...trialOptions, dates: {}})).toBe('')
  })
})
