import {DocumentIcon} from '@sanity/icons/Document'
import type {SortOrderingItem} from '@sanity/types'
import type {ComponentType} from 'react'
import type {PreviewLayoutKey} from 'sanity'
import type {StructureBuilder} from 'sanity/structure'
import {hasField} from './hasField.ts'

/** A type as people speak of it: its name in a list, and what its documents are sorted by. */
export interface Kind {
  type: string
  title: string
  icon: ComponentType
  ordering: SortOrderingItem[]
  /** A slide is known by how it looks. */
  layout: PreviewLayoutKey
}

/** Name of the list, and the field by which people look for its documents: `-` before it puts the last first. */
const KINDS: Readonly<Record<string, readonly [title: string, by: string]>> = {
  messagingPlatform: ['Messaging platforms', 'title'],
  valueProposition: ['Value propositions', 'audience'],
  claim: ['Claims', 'code'],
  proofPoint: ['Proof points', 'headline'],
  objectionResponse: ['Objection responses', 'persona'],
  evidence: ['Evidence', 'title'],
  indication: ['Indications', 'condition'],
  product: ['Products', 'name'],
  deck: ['Decks', 'title'],
  deckSlide: ['Slides', 'materialCode'],
  leaveBehind: ['Leave-behinds', 'title'],
  vacKit: ['VAC kits', 'title'],
  lmsModule: ['Modules', 'title'],
  coachingRubric: ['Coaching rubrics', 'title'],
  deckWalk: ['Deck walks', '-walkedOn'],
  fieldObservation: ['Field observations', '-observedOn'],
  completion: ['Completions', '-completedOn'],
  legacyMaterial: ['Legacy material', 'title'],
  launch: ['Launches', '-launchDate'],
  brief: ['Briefs', '-_createdAt'],
  person: ['People', 'name'],
  review: ['Reviews', '-signedAt'],
  snapshot: ['Snapshots', '-_createdAt'],
  seal: ['Seals', '-sealedAt'],
  incident: ['Incidents', '-openedAt'],
}

/** How a type that the schema has is listed. */
export function kindOf(S: StructureBuilder, type: string): Kind {
  const [title, by] = KINDS[type] ?? [type, '-_updatedAt']
  const schemaType = S.context.schema.get(type)
  const field = by.replace(/^-/u, '')
  return {
    type,
    title,
    icon: schemaType?.icon ?? DocumentIcon,
    // A list that is sorted by a field which the schema does not have shows an error in place of its documents.
    ordering: hasField(schemaType, field)
      ? [{field, direction: by.startsWith('-') ? 'desc' : 'asc'}]
      : [{field: '_updatedAt', direction: 'desc'}],
    layout: type === 'deckSlide' ? 'detail' : 'default',
  }
}

/** Those of the types that the schema has. */
export const kindsOf = (S: StructureBuilder, types: readonly string[]): Kind[] =>
  types.filter((type) => S.context.schema.has(type)).map((type) => kindOf(S, type))
