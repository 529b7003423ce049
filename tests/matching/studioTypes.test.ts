import type {PreviewConfig, SchemaTypeDefinition} from '@sanity/types'
import {createSchema} from 'sanity'
import {describe, expect, it, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {createGateModel} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {fieldOf} from '../../schemas/references.ts'
import {claimsPathBeside} from '../../studio/inputs/claimsPathBeside.ts'
import {evidencePreview} from '../../studio/previews/evidencePreview.ts'
import {firstLine} from '../../studio/previews/firstLine.ts'
import {studioParts} from '../../studio/previews/studioParts.ts'
import {withStudioComponents} from '../../studio/previews/withStudioComponents.ts'

const types = withStudioComponents(schemaTypes)

/** Follows fields and members by their names. */
function within(values: unknown, name: string): unknown {
  return (Array.isArray(values) ? values : []).find((value) => fieldOf(value, 'name') === name)
}

const prepared = (preview: PreviewConfig | undefined, value: Record<string, unknown> = {}) =>
  preview?.prepare?.(value)

it('gives a type its preview and leaves everything else of it as it is', () => {
  const {preview, components, ...slide} = Object(within(types, 'deckSlide'))
  const {preview: plain, ...before} = Object(within(schemaTypes, 'deckSlide'))
  expect(components).toBe(studioParts.deckSlide?.components)
  expect(Object.keys(slide)).toEqual(Object.keys(before))
  expect(preview).not.toBe(plain)
})

it('reaches members of arrays and annotations of text', () => {
  const slides = within(fieldOf(within(types, 'deck'), 'fields'), 'slides')
  const entry = within(fieldOf(slides, 'of'), 'deckEntry')
  expect(fieldOf(entry, 'components')).toBe(studioParts['deck.slides.deckEntry']?.components)

  const blocks = fieldOf(within(types, 'richText'), 'of')
  const [block] = Array.isArray(blocks) ? blocks : []
  const citation = within(fieldOf(fieldOf(block, 'marks'), 'annotations'), 'claimReference')
  expect(fieldOf(citation, 'components')).toBe(studioParts['richText.claimReference']?.components)
})

it('leaves every type behind the gate that was there, also one that is given options', () => {
  expect(createGateModel(types, gateOptions)).toEqual(createGateModel(schemaTypes, gateOptions))
  const given = withStudioComponents(schemaTypes, {claim: {options: {columns: 2}}})
  expect(createGateModel(given, gateOptions)).toEqual(createGateModel(schemaTypes, gateOptions))
  expect(fieldOf(fieldOf(within(given, 'claim'), 'options'), 'columns')).toBe(2)
})

it('calls an object within a form by its field', () => {
  const kickOff = within(fieldOf(within(types, 'brief'), 'fields'), 'kickOff')
  const preview = fieldOf(kickOff, 'preview')
  const prepare = fieldOf(preview, 'prepare')
  expect(fieldOf(preview, 'select')).toEqual({})
  expect(typeof prepare === 'function' && prepare({})).toEqual({title: fieldOf(kickOff, 'title')})
})

it('fails when something that has parts was renamed', () => {
  expect(() => withStudioComponents(schemaTypes, {'deck.pages': {}})).toThrow('“deck.pages”')
})

test.each(
  types.filter(
    (type): type is SchemaTypeDefinition & {preview: PreviewConfig} =>
      fieldOf(type, 'preview') !== undefined,
  ),
)('$name has a row that says something before anything was written', ({preview}) => {
  expect(prepared(preview)?.title).toMatch(/^\S/u)
})

it('says evidence as it is cited, with how many were studied', () => {
  const row = prepared(evidencePreview, {
    title: 'KEL-101',
    kind: 'publication',
    status: 'current',
    authors: 'Dunmore A, et al.',
    name: 'Underbody against forced air',
    container: 'Journal of Warming',
    year: 2025,
    n: 1412,
  })
  expect(row).toMatchObject({
    title: 'KEL-101',
    subtitle: 'Dunmore A, et al. Underbody against forced air. Journal of Warming 2025 · n=1,412',
  })
  expect(prepared(evidencePreview, {title: 'KEL-9', status: 'retracted'})?.title).toBe(
    'KEL-9 · Retracted',
  )
})

it('takes the first line of a text that says something', () => {
  const line = (...texts: string[]) => ({children: texts.map((text) => ({text}))})
  expect(firstLine([line(' '), line('279 of ', '900 adults'), line('More')])).toBe(
    '279 of 900 adults',
  )
  expect(firstLine(undefined)).toBeUndefined()
})

describe('claimsPathBeside', () => {
  const schema = createSchema({name: 'house', types})
  const beside = (
    document: {_type: string; [field: string]: unknown},
    ...path: (string | {_key: string})[]
  ) => claimsPathBeside(schema.get(document._type), document, path)

  it('is the list of the document for a text of the document', () => {
    expect(beside({_type: 'deckSlide'}, 'body')).toEqual(['claims'])
    expect(beside({_type: 'objectionResponse'}, 'respond')).toEqual(['claims'])
  })

  it('is the list of its part for a text in a part of the document', () => {
    const lessons = [
      {_key: 'a', _type: 'lesson'},
      {_key: 'b', _type: 'lesson'},
    ]
    const path = ['lessons', {_key: 'b'}]
    expect(beside({_type: 'lmsModule', lessons}, ...path, 'body')).toEqual([...path, 'claims'])
  })

  it('is none where the holder lists no claims, or is not known', () => {
    expect(beside({_type: 'evidence'}, 'study', 'limitations')).toBeUndefined()
    expect(beside({_type: 'claim'}, 'statement')).toBeUndefined()
    expect(claimsPathBeside(undefined, {}, ['body'])).toBeUndefined()
    expect(beside({_type: 'nothing'}, 'lessons', {_key: 'a'}, 'body')).toBeUndefined()
  })
})
