import {textAt, type JsonRecord} from '../model/record.ts'
import {instantOf} from '../verdict/instant.ts'
import {mismatch, type Mismatch} from './finding.ts'
import {isGateModel} from './isGateModel.ts'
import {PROOF_FORMAT, PROOF_VERSION, type ProofHeader, type ProofRecord} from './proofRecord.ts'

/** Why a file whose first line this is cannot be a proof that this version reads; `undefined` when it can. */
export function whyNoProof(record: ProofRecord | undefined): string | undefined {
  if (record?.kind !== 'header' || record.value.format !== PROOF_FORMAT) {
    return 'it does not begin as a proof does; give the path of a file that "npm run proof -- export FILE" wrote'
  }
  const {version} = record.value
  if (version === PROOF_VERSION) return undefined
  return `it is of version ${String(version)} of the format, and this is version ${PROOF_VERSION}; verify it with the release that wrote it`
}

/** The header of a proof, or what is wrong with it. */
export function readHeader(value: JsonRecord): ProofHeader | Mismatch {
  const {model} = value
  const [exportedAt, projectId, dataset] = ['exportedAt', 'projectId', 'dataset'].map((key) =>
    textAt(value, key),
  )
  if (!exportedAt || Number.isNaN(instantOf(exportedAt))) {
    return mismatch('exportedAt as an ISO 8601 date-time', String(value.exportedAt))
  }
  if (projectId === undefined || dataset === undefined) {
    return mismatch('projectId and dataset', `${projectId} and ${dataset}`)
  }
  if (!isGateModel(model)) return mismatch('a gate model with options, types and shapes', 'none')
  return {format: PROOF_FORMAT, version: PROOF_VERSION, exportedAt, projectId, dataset, model}
}
