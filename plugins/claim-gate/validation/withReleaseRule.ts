import type {DocumentDefinition, SchemaTypeDefinition, ValidationContext} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {Gate} from '../gate.ts'
import {isGated, type GateDocument} from '../model/gateModel.ts'
import {isRecord} from '../model/record.ts'
import {judge} from '../verdict/judge.ts'
import {fetchReleaseMembers} from '../world/fetchReleaseMembers.ts'
import {loadWorld} from '../world/loadWorld.ts'

type Validation = NonNullable<DocumentDefinition['validation']>

/**
 * Adds one rule to a gated type that speaks only for versions in a release: releases ask validation, never the Publish
 * action. A rule that throws becomes an error, so it fails closed.
 */
export function withReleaseRule(type: SchemaTypeDefinition, gate: Gate): SchemaTypeDefinition {
  if (!isDocumentType(type) || !isGated(gate.model, type.name)) return type
  const own: Validation | undefined = type.validation
  const validation: Validation = (rule, context) => {
    const rules = own ? own(rule, context) : []
    const all = Array.isArray(rules) ? rules : [rules]
    return [
      ...all.filter((each) => each !== undefined),
      rule.custom((value, of) => judgeVersion(value, of, gate)),
    ]
  }
  return {...type, validation}
}

function isDocumentType(type: SchemaTypeDefinition): type is DocumentDefinition {
  return type.type === 'document'
}

async function judgeVersion(
  value: unknown,
  context: ValidationContext,
  gate: Gate,
): Promise<true | string> {
  if (!isVersion(value)) return true
  const client = context.getClient({apiVersion: API_VERSION})
  const release = value._id.split('.')[1] ?? ''
  const members = await fetchReleaseMembers(client, gate.model, release)
  const world = await loadWorld(client, gate.model, {overlay: members, basis: release})
  const {state} = judge(gate.model, value, world)
  return state === 'aligned'
    ? true
    : `Alignment: ${state}. Have it reviewed before this release goes out.`
}

function isVersion(value: unknown): value is GateDocument {
  return isRecord(value) && typeof value._id === 'string' && value._id.startsWith('versions.')
}
