import type {GateDocument} from '../../plugins/claim-gate/node.ts'

/** Two studies ← two statements ← two pages: chains and a diamond. A change to a cycle takes a checkpoint of several. */
export const IDS = ['e1', 'e2', 'c1', 'c2', 'p1', 'p2'] as const
export type Id = (typeof IDS)[number]
export const ROLES = ['marketing', 'medical'] as const
export type Role = (typeof ROLES)[number]

/** Ids whose content each rests on, itself included. */
export const RESTS_ON: Record<Id, readonly Id[]> = {
  e1: ['e1'],
  e2: ['e2'],
  c1: ['c1', 'e1'],
  c2: ['c2', 'e1', 'e2'],
  p1: ['p1', 'c1', 'e1'],
  p2: ['p2', 'c1', 'c2', 'e1', 'e2'],
}

const refs = (ids: readonly Id[]) => ids.map((_ref) => ({_key: _ref, _type: 'reference', _ref}))

/** Each as it reads in the beginning. */
export const BASE: Record<Id, GateDocument> = {
  e1: {_id: 'e1', _type: 'study', title: '0'},
  e2: {_id: 'e2', _type: 'study', title: '0'},
  c1: {_id: 'c1', _type: 'statement', text: '0', studies: refs(['e1'])},
  c2: {_id: 'c2', _type: 'statement', text: '0', studies: refs(['e1', 'e2'])},
  p1: {_id: 'p1', _type: 'page', headline: '0', statements: refs(['c1'])},
  p2: {_id: 'p2', _type: 'page', headline: '0', statements: refs(['c1', 'c2'])},
}
/** Where each says what is material. */
export const FIELD: Record<Id, string> = {
  e1: 'title',
  e2: 'title',
  c1: 'text',
  c2: 'text',
  p1: 'headline',
  p2: 'headline',
}
