import {isReference, type CustomValidator, type SchemaTypeDefinition} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {isRecord, listAt, type JsonRecord} from '../model/record.ts'
import {goOutTogether} from '../world/fetchCheckpoints.ts'

/**
 * Sanity refuses every strong reference to what is not published. Here a draft may also refer to what goes out in one
 * step with it: both are members of one open checkpoint.
 */
export function withTogetherRule(type: SchemaTypeDefinition): SchemaTypeDefinition {
  const definition: unknown = type
  const ruled = isRecord(definition) ? withRule(definition) : definition
  return isSameType(ruled, type) ? ruled : type
}

const isSameType = (
  ruled: unknown,
  {name, type}: SchemaTypeDefinition,
): ruled is SchemaTypeDefinition => isRecord(ruled) && ruled.name === name && ruled.type === type

/** The definition with the rule at every strong reference of it, however deep. */
function withRule(definition: JsonRecord): JsonRecord {
  const {type, weak, marks, validation} = definition
  return {
    ...definition,
    ...withRules(definition, 'fields'),
    ...withRules(definition, 'of'),
    ...(isRecord(marks) && {marks: {...marks, ...withRules(marks, 'annotations')}}),
    ...(type === 'reference' && weak !== true && {validation: beside(validation)}),
  }
}

const withRules = (definition: JsonRecord, key: string): JsonRecord =>
  Array.isArray(definition[key])
    ? {[key]: listAt(definition, key).map((each) => (isRecord(each) ? withRule(each) : each))}
    : {}

/** Like the rule in whose place it stands, which waits for no other. */
const AT_ONCE = {bypassConcurrencyLimit: true}

/** As much of a rule of Sanity's as is asked here. */
interface Rule {
  clone(): Rule
  reset(): Rule
  custom(validate: CustomValidator, options: typeof AT_ONCE): Rule
}
type Validation = (rule: Rule, context?: unknown) => unknown

/** A field's own rules, and this one in the place of Sanity's, which every rule that a reference is given begins with. */
function beside(own: unknown): Validation {
  const rulesOf = (rule: Rule, context?: unknown): unknown[] =>
    [
      ...[own].flat().flatMap((each) => (isValidation(each) ? each(fresh(rule), context) : each)),
      fresh(rule).custom(isThereOrComes, AT_ONCE),
      // In the place of what is no rule Sanity would put its own.
    ].filter((each) => each !== undefined)
  // Sanity reads from the number of arguments whether a rule can be made without a context.
  const asksContext = [own].flat().some((each) => isValidation(each) && each.length > 1)
  return asksContext ? (rule, context) => rulesOf(rule, context) : (rule) => rulesOf(rule)
}

const fresh = (rule: Rule): Rule => rule.clone().reset()

const isValidation = (value: unknown): value is Validation => typeof value === 'function'

/** The codes are Sanity's own for the same two findings. */
const isThereOrComes: CustomValidator = async (value, context) => {
  if (value === undefined || value === null) return true
  if (!isReference(value))
    return {code: 'reference.invalid', message: 'This is no reference: choose a document.'}
  const {_ref: id} = value
  const own = publishedIdOf(context.document?._id ?? '')
  if (id === own || (await context.getDocumentExists?.({id}))) return true
  // What stands in a release does not go out with a checkpoint.
  const isVersion = context.document?._id.startsWith('versions.') === true
  const client = context.getClient({apiVersion: API_VERSION})
  if (!isVersion && (await goOutTogether(client, [own, id]))) return true
  return {
    code: 'reference.not-published',
    details: {referenceId: id},
    message:
      'What is chosen here is not published yet: publish it first, or let both go out with one checkpoint.',
  }
}
