import {createSchema, type SchemaType} from 'sanity'
import {expect, test} from 'vitest'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {schemaTypes} from '../../schemas/index.ts'

/* Lists show a document or a member of a list by its preview, also while it is still empty. */
const schema = createSchema({name: 'default', types: schemaTypes})
const documents = schemaTypes.flatMap(({name, type}) => (type === 'document' ? [name] : []))

/** What is shown in lists: documents, and members of their lists, however deep. */
function shownIn(type: SchemaType | undefined, name: string): [string, SchemaType][] {
  if (type?.jsonType === 'array') {
    return type.of.flatMap((member): [string, SchemaType][] => {
      // References show what they point to, and text shows itself.
      if (member.name === 'reference' || member.name === 'block' || member.jsonType !== 'object')
        return []
      return [[`${name}[]`, member], ...shownIn(member, `${name}[]`)]
    })
  }
  if (type?.jsonType !== 'object') return []
  return type.fields.flatMap((field) => shownIn(field.type, `${name}.${field.name}`))
}

const shown = documents.flatMap((name): [string, SchemaType][] => {
  const type = schema.get(name)
  return type ? [[name, type], ...shownIn(type, name)] : []
})

const prepared = (type: SchemaType, value: object): unknown => {
  const preview = type.preview?.prepare?.(value)
  return isRecord(preview) ? preview.title : undefined
}

test.each(shown)('%s says what it is while it is empty', (_name, type) => {
  const title = prepared(type, {})
  expect(typeof title).toBe('string')
  expect(String(title).trim()).not.toBe('')
  expect(String(title)).not.toMatch(/undefined|null/u)
  const blank = Object.fromEntries(Object.keys(type.preview?.select ?? {}).map((key) => [key, '']))
  expect(String(prepared(type, blank)).trim()).not.toBe('')
})

test.each(documents)('%s can be put in an order', (name) => {
  const definition = schemaTypes.find((type) => type.name === name)
  const orderings: unknown =
    definition && 'orderings' in definition ? definition.orderings : undefined
  expect(Array.isArray(orderings) && orderings.length).toBeTruthy()
  const fields = schema.get(name)
  const known = fields?.jsonType === 'object' ? fields.fields.map((field) => field.name) : []
  const asked = (Array.isArray(orderings) ? orderings : []).flatMap(({by}) =>
    by.map(({field}: {field: string}) => field.split('.')[0]),
  )
  expect(asked.filter((field) => field !== '_createdAt' && !known.includes(field))).toEqual([])
})
