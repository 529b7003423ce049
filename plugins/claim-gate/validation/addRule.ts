import type {CustomValidator, DocumentDefinition, SchemaTypeDefinition} from 'sanity'

type Validation = NonNullable<DocumentDefinition['validation']>
type Level = 'error' | 'warning'

/** A document type with one more rule of its whole document, beside its own. */
export function addRule(
  type: DocumentDefinition,
  level: Level,
  validate: CustomValidator,
): DocumentDefinition {
  const own: Validation | undefined = type.validation
  const validation: Validation = (rule, context) => {
    const rules = own ? own(rule, context) : []
    const all = Array.isArray(rules) ? rules : [rules]
    return [...all.filter((each) => each !== undefined), rule.custom(validate)[level]()]
  }
  return {...type, validation}
}

export function isDocumentType(type: SchemaTypeDefinition): type is DocumentDefinition {
  return type.type === 'document'
}
