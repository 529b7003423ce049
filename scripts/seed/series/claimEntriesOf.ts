import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {isRecord} from '../../../plugins/claim-gate/model/record.ts'
import type {ClaimEntry} from '../../../studio/matching/claimEntry.ts'
import {claims} from '../claims.ts'
import {evidence} from '../evidence.ts'
import {seriesClaims} from './seriesClaims.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The claims of the demo launch and those of its series, so many together, as they are searched for. */
export function claimEntriesOf(size: number): ClaimEntry[] {
  const byCode = new Map(claims.map((claim) => [text(claim.code), claim]))
  const series = seriesClaims(Math.max(0, size - claims.length), byCode, new Set(byCode.keys()))
  return [...claims, ...series].slice(0, size).map(entryOf)
}

function entryOf(claim: GateDocument): ClaimEntry {
  const {_id, code, statement, qualifier, variations, substantiation} = claim
  return {
    id: _id,
    code: text(code),
    statement: text(statement),
    ...(typeof qualifier === 'string' ? {qualifier} : {}),
    variations: listOf(variations).map(text),
    evidence: listOf(substantiation).map(titleOf),
  }
}

function titleOf(source: unknown): string {
  const reference = isRecord(source) ? source.evidence : undefined
  const id = isRecord(reference) ? reference._ref : undefined
  return text(evidence.find(({_id}) => _id === id)?.title)
}
