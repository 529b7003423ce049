import {createSchema} from 'sanity'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {createGateModel, gateSchemaTypes} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {attributesOf} from '../../scripts/check/attributesOf.ts'
import {countAttributes} from '../../scripts/check/countAttributes.ts'
import {reportLines} from '../../scripts/check/printReport.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {fullValue} from './fullValue.ts'

/* A hosted dataset has room for so many attributes: distinct paths, each once for each kind of value. */
const types = [...schemaTypes, ...gateSchemaTypes(createGateModel(schemaTypes, gateOptions))]
const schema = createSchema({name: 'default', types})
const documentTypes = types.flatMap(({name, type}) => (type === 'document' ? [name] : []))

const SYSTEM = {_id: '', _type: '', _rev: '', _createdAt: '', _updatedAt: ''}

/** Everything that documents of each type can hold. */
const attributes = new Map(
  documentTypes.map((name) => {
    const type = schema.get(name)
    const value = type ? fullValue(type) : {}
    return [name, new Set(attributesOf({...SYSTEM, ...Object(value)}))]
  }),
)

test('one path of one kind is one attribute, whoever has it and however often', () => {
  const value = {foo: [{bar: 'a', baz: 1}, {bar: 'b'}, {bat: {bar: true}}], none: null}
  expect([...new Set(attributesOf(value))]).toEqual([
    'foo: array',
    'foo[]: object',
    'foo[].bar: string',
    'foo[].baz: number',
    'foo[].bat: object',
    'foo[].bat.bar: boolean',
  ])
  expect(new Set(attributesOf({a: [1, 'b']}))).toEqual(
    new Set(['a: array', 'a[]: number', 'a[]: string']),
  )
})

test.each(documentTypes)('%s needs no more than a hundred of its own', (name) => {
  const others = new Set(
    documentTypes
      .filter((each) => each !== name)
      .flatMap((each) => [...(attributes.get(each) ?? [])]),
  )
  const own = [...(attributes.get(name) ?? [])].filter((attribute) => !others.has(attribute))
  expect(own.length).toBeLessThanOrEqual(100)
})

/** Of a hosted project that costs nothing. */
const SMALLEST_PLAN = 2000

test('all types together leave half of the smallest plan to others', () => {
  const all = new Set([...attributes.values()].flatMap((each) => [...each]))
  expect(all.size).toBeGreaterThan(300)
  expect(all.size).toBeLessThan(SMALLEST_PLAN / 2)
})

describe('of a dataset', () => {
  let running: RunningLake
  beforeAll(async () => {
    running = await startLake()
  })
  afterAll(() => running.lake.close())

  test('they are counted in drafts as in published documents, and said in the report', async () => {
    const client = running.clientFor('administrator')
    expect(await countAttributes(client)).toEqual({count: 0})
    await client.create({_id: 'a', _type: 'a', name: 'A', list: [{_key: '1', _type: 'x', n: 1}]})
    await client.create({_id: 'drafts.a', _type: 'a', name: 'A', draft: true})
    await client.create({_id: 'b', _type: 'b', name: 1})
    await client.create({_id: 's', _type: 'snapshot', content: '{"long": true}'})
    // Five of the system's, name, list, list[] with three, draft; name as a number; content.
    const counted = await countAttributes(client)
    expect(counted).toEqual({count: 14, largest: {type: 'a', count: 12}})
    const report = {checkedAt: '', documents: [], drafts: [], findings: [], attributes: counted}
    expect(reportLines(report)).toContain('14 attributes, most of one type in a: 12')
  })
})
