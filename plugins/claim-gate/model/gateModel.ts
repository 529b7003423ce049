/** Adds roles when the value at a dotted path is one of those listed. */
export interface RoleCondition {
  path: string
  in: readonly (string | number | boolean)[]
  add: readonly string[]
}

/** Which fields of an object count. A field that is absent here is material, without further structure. */
export interface FieldShape {
  material: boolean
  /** Named object type whose shape holds here. */
  type?: string
  /** Shape of an inline object. */
  fields?: Readonly<Record<string, FieldShape>>
  /** Shapes of array members by `_type`. */
  of?: Readonly<Record<string, FieldShape>>
}

/** A document type that the gate holds. */
export interface GatedType {
  name: string
  title: string
  roles: readonly string[]
  rolesWhen: readonly RoleCondition[]
  carryRoles: readonly string[]
  side?: Side
  firstPublish?: FirstPublish
}

/** Where a type stands in a launch. */
export const SIDES = ['source', 'content', 'training'] as const
export type Side = (typeof SIDES)[number]

/**
 * A document of the type first goes out through a checkpoint of this kind, where its group has an agreement; `groupPath`
 * leads to the reference or id of that group.
 */
export interface FirstPublish {
  checkpoint: 'launch'
  groupPath: string
}

export interface RoleOptions {
  /** "Medical" */
  title: string
  /** Meaning of the signature: "Approved for medical accuracy". */
  meaning: string
  /** Whoever changed the content may sign it in this role, if another person signs another role. */
  mayReviewOwn?: boolean
}

/** Which documents say who may sign in which role. */
export interface SignerOptions {
  type: string
  accountPath: string
  namePath: string
  rolesPath: string
}

/** Names of a document's own first and last day in force; values are `YYYY-MM-DD`. Without one nothing begins, or ends. */
export interface DateOptions {
  from?: string
  until?: string
}

/** Which documents record that both sides of a group agreed to what they make together. */
export interface AgreementOptions {
  type: string
  /** Leads to the reference or id of the group. */
  groupPath: string
  /** Each leads to a reference to a person who must agree. */
  people: readonly string[]
  /** A list of `{person, fingerprint, on}`: who agreed, to which content, when. Must be `material: false`. */
  recordPath: string
}

/** Plain data from the root's `claimGate.config.ts`: all that the plugin is told. */
export interface GateOptions {
  roles: Readonly<Record<string, RoleOptions>>
  signers: SignerOptions
  dates: DateOptions
  /** IANA zone in which a day begins and ends; `UTC` when absent. */
  timeZone?: string
  /** One person may sign only one role of a document. */
  distinctSigners?: boolean
  /** Without it no checkpoint asks for an agreement, and no document has to wait for one to go out first. */
  agreement?: AgreementOptions
}

/** Everything the rules need to know of a schema, as plain data. */
export interface GateModel {
  options: GateOptions
  types: Readonly<Record<string, GatedType>>
  /** Fields by name of document or named object type. */
  shapes: Readonly<Record<string, Readonly<Record<string, FieldShape>>>>
}

/** Names the plugin keeps for its own document types. */
export const GATE_TYPES = ['review', 'snapshot', 'seal', 'incident', 'checkpoint'] as const

/** A document as the lake returns it. */
export interface GateDocument {
  _id: string
  _type: string
  _rev?: string
  _createdAt?: string
  _updatedAt?: string
  [field: string]: unknown
}

export function isGated(model: GateModel, type: string): boolean {
  return Object.hasOwn(model.types, type)
}

/** What the gate asks of a type; `undefined` for one that it does not hold, whatever its name. */
export function gatedType(model: GateModel, type: string): GatedType | undefined {
  return isGated(model, type) ? model.types[type] : undefined
}
