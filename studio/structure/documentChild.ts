import type {DocumentBuilder, StructureBuilder} from 'sanity/structure'
import type {StartingFields} from '../templates/startingFields.ts'

/**
 * Opens the documents of a list. Answered at once, not as a promise: a list that changes while somebody types in one of
 * its documents must not take the form away. What is new there starts with these fields.
 */
export function documentChild(S: StructureBuilder, type: string, fields?: StartingFields) {
  return (documentId: string): DocumentBuilder => {
    const document = S.defaultDocument({schemaType: type, documentId})
    return fields === undefined ? document : document.initialValueTemplate(type, {fields})
  }
}
