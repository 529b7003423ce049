import type {SchemaType} from 'sanity'

const isOfType = (type: SchemaType, name: string): boolean =>
  type.name === name || (type.type ? isOfType(type.type, name) : false)

/** A reference at rest; while its target was never published, the Studio writes more into it. */
const referenceOf = (type: SchemaType): object => ({
  _ref: '',
  _type: 'reference',
  ...('weak' in type && type.weak === true ? {_weak: true} : {}),
})

/** The Studio writes the name of an object's type into it, where it has one. */
const isNamed = (type: SchemaType): boolean => type.name !== 'object' && !isOfType(type, 'document')

/** A value of a compiled type in which everything that can stand there does, lists with one member of each kind. */
export function fullValue(type: SchemaType): unknown {
  if (isOfType(type, 'reference')) return referenceOf(type)
  if (isOfType(type, 'span')) return {_type: 'span', text: '', marks: ['']}
  if (type.jsonType === 'array')
    return type.of.map((member) => {
      const value = fullValue(member)
      return typeof value === 'object' ? {_key: '', _type: member.name, ...value} : value
    })
  if (type.jsonType === 'object')
    return Object.fromEntries([
      ...(isNamed(type) ? [['_type', type.name]] : []),
      ...type.fields.map((field) => [field.name, fullValue(field.type)]),
    ])
  return type.jsonType === 'boolean' ? true : type.jsonType === 'number' ? 0 : ''
}
