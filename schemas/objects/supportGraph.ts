import {allReferencedIds, fieldOf} from '../references.ts'

/** A document on which others rest. */
export interface SupportingDocument {
  /** Without `drafts.`. */
  _id: string
  _type: string
  [field: string]: unknown
}

/** In which fields each type names what it rests on; what is only related, an older claim say, is not among them. */
const SUPPORT: Readonly<Record<string, readonly string[]>> = {
  evidence: [],
  indication: [],
  claim: ['substantiation', 'indications'],
  proofPoint: ['claim', 'evidence'],
  objectionResponse: ['claims', 'respond'],
  valueProposition: ['claims', 'proofPoints'],
  deckSlide: ['claims', 'body', 'objectionResponses'],
  deck: ['slides'],
  leaveBehind: ['sections'],
  vacKit: ['sections', 'objectionResponses'],
  coachingRubric: ['criteria'],
  messagingPlatform: ['valuePropositions', 'pillars', 'objectionResponses'],
}

/** What reps carry, and therefore practise with. */
export const TOOL_TYPES: readonly string[] = ['deckSlide', 'deck', 'leaveBehind', 'vacKit']

export const SUPPORTING_TYPES: readonly string[] = Object.keys(SUPPORT)

/** Ids that a document itself names as what it rests on. */
export const supportNamedIn = (document: SupportingDocument): string[] =>
  allReferencedIds((SUPPORT[document._type] ?? []).map((field) => fieldOf(document, field)))

export interface SupportGraph {
  /** What a value rests on, however deep, nearest first and each once; but nothing that only `asides` name. */
  under(value: unknown, asides?: readonly string[]): SupportingDocument[]
}

export function createSupportGraph(
  documents: ReadonlyMap<string, SupportingDocument>,
): SupportGraph {
  return {
    under(value, asides = []) {
      const found = new Map<string, SupportingDocument>()
      let ids = allReferencedIds(value)
      while (ids.length > 0) {
        const level = ids.flatMap((id) => (found.has(id) ? [] : (documents.get(id) ?? [])))
        for (const document of level) found.set(document._id, document)
        const followed = level.filter(({_type}) => !asides.includes(_type))
        ids = [...new Set(followed.flatMap(supportNamedIn))]
      }
      return [...found.values()]
    },
  }
}
