import type {SchemaType} from '@sanity/types'
import {fieldOf} from '../../schemas/references.ts'
import {hasField} from '../structure/hasField.ts'
import {isReference} from './isReference.ts'
import {STARTING_FIELDS, type StartingFields} from './startingFields.ts'

/** The fields that the parameters of a template give and the type has: parameters come in an address, from anywhere. */
export function startingFieldsIn(params: unknown, type: SchemaType | undefined): StartingFields {
  const given = fieldOf(params, 'fields')
  return Object.fromEntries(
    STARTING_FIELDS.flatMap((name) => {
      const value = fieldOf(given, name)
      return isReference(value) && hasField(type, name) ? [[name, value]] : []
    }),
  )
}
