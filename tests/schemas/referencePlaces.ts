import type {SchemaType} from 'sanity'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'

/** Where a reference stands in a value: names of fields and numbers of members. */
type Place = readonly (string | number)[]

/** Where the references of a value stand, however deep. */
export function referencePlaces(value: unknown, place: Place = []): Place[] {
  if (Array.isArray(value))
    return value.flatMap((member, index) => referencePlaces(member, [...place, index]))
  if (!isRecord(value)) return []
  if (typeof value._ref === 'string') return [place]
  return Object.entries(value).flatMap(([name, child]) => referencePlaces(child, [...place, name]))
}

/** The value without what stands at a place. */
export function without(value: unknown, [step, ...rest]: Place): object {
  const entries = Object.entries(isRecord(value) || Array.isArray(value) ? value : {}).flatMap(
    ([name, child]) => {
      if (name !== String(step)) return [[name, child]]
      return rest.length === 0 ? [] : [[name, without(child, rest)]]
    },
  )
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries)
}

/** A place by the names of its fields alone: `deck.slides.slide`. */
export const nameOf = (type: string, place: Place): string =>
  [type, ...place.filter((step) => typeof step === 'string')].join('.')

/** A reference of a type, and whether its own field says that it is required. */
export interface SchemaPlace {
  name: string
  isRequired: boolean
}

/** Where a compiled type can hold references, in lists, objects and annotations of text. */
export function schemaPlaces(type: SchemaType, name: string, isRequired = false): SchemaPlace[] {
  if (isOfType(type, 'reference')) return [{name, isRequired}]
  // Files are kept beside the content; what they refer to is not content.
  if (isOfType(type, 'image') || isOfType(type, 'file')) return []
  if (type.jsonType === 'array') {
    return type.of.flatMap((member) =>
      schemaPlaces(member, name, isRequired && isOfType(member, 'reference')),
    )
  }
  if (type.jsonType !== 'object') return []
  return type.fields.flatMap((field) =>
    schemaPlaces(field.type, `${name}.${field.name}`, saysRequired(field.type)),
  )
}

const isOfType = (type: SchemaType, name: string): boolean =>
  type.name === name || (type.type ? isOfType(type.type, name) : false)

const saysRequired = ({validation}: SchemaType): boolean =>
  (Array.isArray(validation) ? validation : []).some(
    (rule: unknown) => isRecord(rule) && rule._required === 'required' && rule._level === 'error',
  )
