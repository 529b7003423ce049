import type {ValidationContext} from '@sanity/types'
import {EVIDENCE_STATUSES, titleOf} from '../choices.ts'
import {allReferencedIds} from '../references.ts'
import {readSupport} from './readSupport.ts'
import {supportNamedIn, type SupportingDocument} from './supportGraph.ts'

/** Retracted evidence is an error wherever it is used: cited itself, or under anything that is used. */
export async function restsOnStandingEvidence(
  value: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const documents = (await readSupport(context)).under(value)
  const retracted = evidenceAmong(documents, ['retracted'])
  if (retracted.length === 0) return true
  const cited = allReferencedIds(value)
  const direct = retracted.filter(({_id}) => cited.includes(_id))
  if (direct.length > 0)
    return `${titlesOf(direct)} has been retracted: choose other evidence, or withdraw what rests on it.`
  const fallen = documents.find((each) => restsOn(each, retracted).length > 0)
  return `${nameOf(fallen)} rests on retracted evidence (${titlesOf(fallen ? restsOn(fallen, retracted) : retracted)}): leave it out, or choose something else.`
}

/** What is in doubt may still be cited, by somebody who has looked. */
export async function restsOnUndoubtedEvidence(
  value: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const cited = allReferencedIds(value)
  const documents = (await readSupport(context)).under(value)
  const [doubted] = evidenceAmong(documents, ['superseded', 'expressionOfConcern']).filter(
    ({_id}) => cited.includes(_id),
  )
  return (
    !doubted ||
    `${titlesOf([doubted])} is marked “${titleOf(EVIDENCE_STATUSES, doubted.status)}”: cite what stands in its place, or make sure that it still carries this.`
  )
}

const evidenceAmong = (
  documents: readonly SupportingDocument[],
  statuses: readonly unknown[],
): SupportingDocument[] =>
  documents.filter(({_type, status}) => _type === 'evidence' && statuses.includes(status))

const restsOn = (
  document: SupportingDocument,
  evidence: readonly SupportingDocument[],
): SupportingDocument[] => {
  const named = supportNamedIn(document)
  return evidence.filter(({_id}) => named.includes(_id))
}

const titlesOf = (evidence: readonly SupportingDocument[]): string =>
  evidence
    .map(({title}) => (typeof title === 'string' ? title : 'Evidence without a name'))
    .join(', ')

function nameOf(document: SupportingDocument | undefined): string {
  const name = document?.code ?? document?.headline
  return typeof name === 'string' ? name : 'What is chosen here'
}
