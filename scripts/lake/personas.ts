import {randomBytes} from 'node:crypto'
import type {Account} from '../../lake/createLake.ts'

/** Somebody of the demo launch: an account of the lake, and a person who may sign. */
export interface Persona {
  id: string
  name: string
  /** As the chooser shows it. */
  job: string
  role: Account['role']
  functions: readonly string[]
}

/** Invented people, one for every role. */
export const PERSONAS: readonly Persona[] = [
  {
    id: 'author',
    name: 'Mirela Vance',
    job: 'Content author',
    role: 'editor',
    functions: ['marketing'],
  },
  {
    id: 'training',
    name: 'Tobias Ekwueme',
    job: 'Training lead',
    role: 'editor',
    functions: ['training'],
  },
  {
    id: 'medical',
    name: 'Ines Adler',
    job: 'Medical reviewer',
    role: 'reviewer',
    functions: ['medical'],
  },
  {
    id: 'regulatory',
    name: 'Haruto Lindqvist',
    job: 'Regulatory reviewer',
    role: 'reviewer',
    functions: ['regulatory'],
  },
  {
    id: 'legal',
    name: 'Oona Castellan',
    job: 'Legal reviewer',
    role: 'reviewer',
    functions: ['legal'],
  },
  {
    id: 'owner',
    name: 'Rafael Osei-Brandt',
    job: 'Launch owner',
    role: 'editor',
    functions: ['marketing', 'commercial'],
  },
  {
    id: 'coach',
    name: 'Dagny Moreau-Tal',
    job: 'Field coach',
    role: 'editor',
    functions: ['coach'],
  },
  {
    id: 'administrator',
    name: 'Sunniva Prakash',
    job: 'Administrator',
    role: 'administrator',
    functions: [],
  },
]

/** The account under which seals are written beside the lake. */
export const SEALER = 'sealer'

/** Accounts of the personas and of the sealer, each with a token; those of an earlier start keep theirs. */
export function accountsOf(tokens: Readonly<Record<string, string>> = {}): Account[] {
  const people = PERSONAS.map(({id, name, role}) => ({id, name, role, robot: false}))
  const robot = {id: SEALER, name: 'Sealer', role: 'administrator' as const, robot: true}
  return [...people, robot].map(({id, name, role, robot: isRobot}) => ({
    id,
    name,
    role,
    robot: isRobot,
    email: `${id}@throughline.example`,
    token: tokens[id] ?? randomBytes(24).toString('base64url'),
  }))
}
