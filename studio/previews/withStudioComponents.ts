import type {PreviewConfig, SchemaTypeDefinition} from '@sanity/types'
import {fieldOf} from '../../schemas/references.ts'
import {studioParts, type StudioParts} from './studioParts.ts'
import {withFallbackTitle} from './withFallbackTitle.ts'

/**
 * Gives the types of the house their previews and inputs. They stand here and not in the schema, because scripts read
 * the schema in Node, which knows no JSX.
 * @throws Error when parts are given to something that no type has any more.
 */
export function withStudioComponents(
  types: readonly SchemaTypeDefinition[],
  parts: Readonly<Record<string, StudioParts>> = studioParts,
): SchemaTypeDefinition[] {
  const met = new Set<string>()
  const attached = types.map((type) => attach(type, '', parts, met))
  const lost = Object.keys(parts).find((place) => !met.has(place))
  if (lost !== undefined)
    throw new Error(
      `No type has “${lost}” any more: give its new name in studio/previews/studioParts.ts`,
    )
  return attached
}

/** Where definitions stand within a definition. */
const NESTED = ['fields', 'of', 'annotations'] as const

function attach<Definition extends object>(
  definition: Definition,
  holder: string,
  parts: Readonly<Record<string, StudioParts>>,
  met: Set<string>,
): Definition {
  const name = fieldOf(definition, 'name')
  const place = typeof name === 'string' ? [holder, name].filter(Boolean).join('.') : holder
  const own = typeof name === 'string' ? parts[place] : undefined
  if (own) met.add(place)
  const within = (value: object) => attach(value, place, parts, met)
  const marks = fieldOf(definition, 'marks')
  const nested = NESTED.flatMap((part) => {
    const members = fieldOf(definition, part)
    if (!Array.isArray(members)) return []
    const attached = members.map(within)
    return [[part, part === 'fields' ? attached.map(named) : attached]]
  })
  const preview = previewOf(definition, own)
  return Object.assign(
    {},
    definition,
    Object.fromEntries(nested),
    typeof marks === 'object' && marks !== null ? {marks: within(marks)} : {},
    preview ? {preview} : {},
    own?.components ? {components: own.components} : {},
    // Beside its own, which may hold it behind the gate.
    own?.options ? {options: Object.assign({}, fieldOf(definition, 'options'), own.options)} : {},
  )
}

/** An object within a form stands in the path of a dialog, and has no other name there than its field's. */
function named<Definition extends object>(field: Definition): Definition {
  const title = fieldOf(field, 'title')
  const isNameless = fieldOf(field, 'type') === 'object' && fieldOf(field, 'preview') === undefined
  if (!isNameless || typeof title !== 'string') return field
  return Object.assign({}, field, {preview: {select: {}, prepare: () => ({title})}})
}

function previewOf(definition: object, own: StudioParts | undefined): PreviewConfig | undefined {
  const preview = own?.preview ?? fieldOf(definition, 'preview')
  const title = fieldOf(definition, 'title')
  if (!isPreview(preview)) return undefined
  const noun = typeof title === 'string' ? inSentence(title) : 'entry'
  return withFallbackTitle(preview, noun)
}

/** `Deck slide` becomes `deck slide`; `LMS module` and `VAC kit` stay as they are. */
const inSentence = (title: string): string =>
  /^[A-Z][a-z]/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

const isPreview = (value: unknown): value is PreviewConfig =>
  typeof fieldOf(value, 'select') === 'object'
