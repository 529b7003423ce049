import {describe, expect, test} from 'vitest'
import {trialOptions, trialTypes} from '../fixtures/trialSchema.ts'
import {createGateModel} from './createGateModel.ts'
import {requiredCarryRoles, requiredRoles} from './requiredRoles.ts'

const modelWith = (...values: unknown[]) =>
  createGateModel(
    [
      ...trialTypes,
      {
        name: 'leaflet',
        type: 'document',
        options: {
          claimGate: {
            roles: ['medical'],
            rolesWhen: [{path: 'print.run', in: values, add: ['legal', 'marketing']}],
          },
        },
        fields: [{name: 'print', type: 'object', fields: [{name: 'run', type: 'string'}]}],
      },
    ],
    trialOptions,
  )
const leaflet = (run: unknown) => ({_id: 'l', _type: 'leaflet', print: {run}})

describe('roles that content calls for', () => {
  const model = modelWith('first', 3, true)
  const all = ['marketing', 'medical', 'legal']

  test.each([
    ['the text', 'first', all],
    ['the text with space around it', ' first\n', all],
    ['a list that holds it', ['second', 'first'], all],
    ['the number', 3, all],
    ['the answer', true, all],
    ['another text', 'second', ['medical']],
    ['the number as text', '3', ['medical']],
    ['the other answer', false, ['medical']],
    ['a list within a list, which is no text', [[' first ']], ['medical']],
    ['an object', {run: 'first'}, ['medical']],
    ['nothing', undefined, ['medical']],
  ])('%s', (_what, run, roles) => {
    expect(requiredRoles(model, leaflet(run))).toEqual(roles)
    expect(requiredCarryRoles(model, leaflet(run))).toEqual(roles)
  })
})

test('nobody has to sign what the gate does not hold', () => {
  const model = modelWith('first')
  for (const _type of ['campaign', 'constructor', '__proto__']) {
    expect(requiredRoles(model, {_id: 'x', _type})).toEqual([])
    expect(requiredCarryRoles(model, {_id: 'x', _type})).toEqual([])
  }
})
