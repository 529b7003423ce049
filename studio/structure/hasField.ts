import type {SchemaType} from '@sanity/types'

/** Whether the documents of a type have a field; every document has those of the lake. */
export function hasField(type: SchemaType | undefined, name: string): boolean {
  if (name.startsWith('_')) return true
  return type !== undefined && 'fields' in type && type.fields.some((field) => field.name === name)
}
