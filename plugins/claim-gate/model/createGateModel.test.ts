import {describe, expect, test} from 'vitest'
import {trialModel, trialOptions, trialTypes} from '../fixtures/trialSchema.ts'
import {createGateModel} from './createGateModel.ts'
import {requiredCarryRoles, requiredRoles} from './requiredRoles.ts'

const problemsOf = (...types: object[]): string => {
  try {
    createGateModel([...trialTypes, ...types], trialOptions)
  } catch (error) {
    return String(error)
  }
  return ''
}

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
})

describe('a configuration that could not hold is refused with what to do', () => {
  test.each([
    [{name: 'seal', type: 'document', fields: []}, 'rename your type'],
    [{name: 'x', type: 'document', options: {claimGate: {roles: []}}}, 'name at least one role'],
    [
      {name: 'x', type: 'document', options: {claimGate: {roles: ['vet']}}},
      'role "vet" is not in the gate',
    ],
    [
      {name: 'x', type: 'document', liveEdit: true, options: {claimGate: {roles: ['legal']}}},
      'liveEdit',
    ],
    [
      {
        name: 'x',
        type: 'document',
        options: {claimGate: {roles: ['legal'], rolesWhen: [{path: '', in: [], add: ['legal']}]}},
      },
      'would never apply',
    ],
  ])('%#', (type, words) => {
    expect(problemsOf(type)).toContain(words)
  })

  test('all problems at once', () => {
    expect(
      problemsOf({name: 'seal', type: 'document'}, {name: 'review', type: 'document'}).match(
        /rename/gu,
      ),
    ).toHaveLength(2)
  })

  test.each([
    [{type: 'nothing'}, 'is no type of the schema'],
    [{groupPath: 'campaign[0]'}, '"campaign[0]" is no path of fields'],
    [{people: []}, 'name at least one field with who must agree'],
    [{recordPath: 'aim'}, 'must be material: false'],
  ])('an agreement that could not be read: %j', (wrong, words) => {
    const agreement = {
      type: 'charter',
      groupPath: 'campaign',
      people: ['first'],
      recordPath: 'agreed',
    }
    const options = {...trialOptions, agreement: {...agreement, ...wrong}}
    expect(() => createGateModel(trialTypes, options)).toThrow(words)
  })

  test('a first publication that no agreement asks for, or of which nobody knows the group', () => {
    const {agreement: _agreement, ...without} = trialOptions
    expect(() => createGateModel(trialTypes, without)).toThrow('set options.agreement')
    const first = {roles: ['legal'], firstPublish: {checkpoint: 'launch'}}
    expect(problemsOf({name: 'x', type: 'document', options: {claimGate: first}})).toContain(
      'groupPath is no path of fields',
    )
  })

  test('no type to say who may sign', () => {
    expect(() =>
      createGateModel(
        trialTypes.filter(({name}) => name !== 'colleague'),
        trialOptions,
      ),
    ).toThrow('nobody could sign')
  })
})
