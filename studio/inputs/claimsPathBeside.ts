import type {ArraySchemaType, ObjectSchemaType, Path, SchemaType} from '@sanity/types'
import {isKeySegment} from '@sanity/types'
import {fieldOf} from '../../schemas/references.ts'

const CLAIMS = 'claims'

/**
 * Where the claims are listed on which a text rests: the field `claims` beside it; `undefined` where its holder has none.
 * `document` says of which type each holder on the way is.
 */
export function claimsPathBeside(
  type: SchemaType | undefined,
  document: unknown,
  textPath: Path,
): Path | undefined {
  const holderPath = textPath.slice(0, -1)
  let holder: SchemaType | undefined = type
  let value: unknown = document
  for (const segment of holderPath) {
    value = stepInto(value, segment)
    holder = holder && typeAt(holder, segment, fieldOf(value, '_type'))
  }
  const field = holder && isObject(holder) && holder.fields.find(({name}) => name === CLAIMS)
  return field && isArray(field.type) ? [...holderPath, CLAIMS] : undefined
}

function typeAt(
  holder: SchemaType,
  segment: Path[number],
  memberType: unknown,
): SchemaType | undefined {
  if (typeof segment === 'string')
    return isObject(holder) ? holder.fields.find(({name}) => name === segment)?.type : undefined
  if (!isArray(holder)) return undefined
  return holder.of.length === 1 ? holder.of[0] : holder.of.find(({name}) => name === memberType)
}

function stepInto(value: unknown, segment: Path[number]): unknown {
  if (typeof segment === 'string') return fieldOf(value, segment)
  const members: unknown[] = Array.isArray(value) ? value : []
  if (typeof segment === 'number') return members[segment]
  return isKeySegment(segment)
    ? members.find((member) => fieldOf(member, '_key') === segment._key)
    : undefined
}

const isObject = (type: SchemaType): type is ObjectSchemaType => type.jsonType === 'object'
const isArray = (type: SchemaType): type is ArraySchemaType => type.jsonType === 'array'
