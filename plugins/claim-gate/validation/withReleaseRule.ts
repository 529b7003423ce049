import type {CustomValidatorResult, SchemaTypeDefinition, ValidationContext} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {Gate} from '../gate.ts'
import {isGated, type GateDocument} from '../model/gateModel.ts'
import {isRecord} from '../model/record.ts'
import {judge} from '../verdict/judge.ts'
import {fetchReleaseMembers} from '../world/fetchReleaseMembers.ts'
import {loadWorld} from '../world/loadWorld.ts'
import {addRule, isDocumentType} from './addRule.ts'

/** The code of what the rule finds. */
export const NOT_ALIGNED = 'claim-gate.not-aligned'

/**
 * Adds one rule to a gated type that speaks only for versions in a release: releases ask validation, never the Publish
 * action. A rule that throws becomes an error, so it fails closed.
 */
export function withReleaseRule(type: SchemaTypeDefinition, gate: Gate): SchemaTypeDefinition {
  if (!isDocumentType(type) || !isGated(gate.model, type.name)) return type
  return addRule(type, 'error', (value, context) => judgeVersion(value, context, gate))
}

async function judgeVersion(
  value: unknown,
  context: ValidationContext,
  gate: Gate,
): Promise<CustomValidatorResult> {
  if (!isVersion(value)) return true
  const client = context.getClient({apiVersion: API_VERSION})
  const release = value._id.split('.')[1] ?? ''
  const members = await fetchReleaseMembers(client, gate.model, release)
  const world = await loadWorld(client, gate.model, {overlay: members, basis: release})
  const {state} = judge(gate.model, value, world)
  return state === 'aligned'
    ? true
    : {
        code: NOT_ALIGNED,
        message: `Alignment: ${state}. Have it reviewed before this release goes out.`,
      }
}

function isVersion(value: unknown): value is GateDocument {
  return isRecord(value) && typeof value._id === 'string' && value._id.startsWith('versions.')
}
