import type {ValidationContext} from '@sanity/types'
import {readSupport} from '../objects/readSupport.ts'
import type {SupportingDocument} from '../objects/supportGraph.ts'
import {fieldOf, referencedId, referencedIds} from '../references.ts'
import {pairsIn} from './pairsIn.ts'

async function supporting(
  field: 'claim' | 'evidence',
  context: ValidationContext,
): Promise<SupportingDocument | undefined> {
  const support = await readSupport(context)
  const id = referencedId(context.document?.[field])
  return support.under(context.document?.[field]).find(({_id}) => _id === id)
}

/** The endpoints of the evidence that a metric names. */
function endpointsOf(evidence: SupportingDocument, metric: unknown): unknown[] {
  const all = fieldOf(evidence.study, 'endpoints')
  const [name, timepoint] = [fieldOf(metric, 'endpoint'), fieldOf(metric, 'timepoint')]
  return (Array.isArray(all) ? all : []).filter(
    (endpoint) =>
      fieldOf(endpoint, 'name') === name &&
      (timepoint === undefined || fieldOf(endpoint, 'timepoint') === timepoint),
  )
}

/** A metric picks one endpoint: its numbers are typed in the evidence and nowhere else. */
export async function picksOneEndpoint(
  metric: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const evidence = await supporting('evidence', context)
  if (!evidence || fieldOf(metric, 'endpoint') === undefined) return true
  const {length} = endpointsOf(evidence, metric)
  if (length === 1) return true
  return length === 0
    ? `${String(evidence.title)} has no such endpoint: name one exactly as it stands there, with its time point.`
    : `${String(evidence.title)} has this endpoint at several time points: say which one.`
}

/** Thousands are written with a comma or without; a sign may be put into words. */
const NUMBERS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu

/** Every number in a text; the name of a pathway is none. */
const numbersIn = (text: string): string[] =>
  (text.replaceAll('510(k)', '').match(NUMBERS) ?? []).map((number) => number.replaceAll(',', ''))

/** What an endpoint says: its name, when, and with which numbers; not the key under which it stands in its list. */
const SAYING = ['name', 'timepoint', 'result', 'ci', 'pValue'] as const

/** A proof says no number that its endpoint does not say. */
export async function saysNumbersOfEndpoint(
  text: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const said = typeof text === 'string' ? numbersIn(text) : []
  const evidence = await supporting('evidence', context)
  if (said.length === 0 || !evidence) return true
  const metric = context.document?.metric
  const study = evidence.study
  const endpoints = endpointsOf(evidence, metric).map((endpoint) =>
    SAYING.map((field) => fieldOf(endpoint, field)),
  )
  const source = [endpoints, fieldOf(study, 'n'), fieldOf(study, 'analysisSet')]
  const known = numbersIn(JSON.stringify([evidence.title, ...source]))
  const foreign = said.filter((number) => !known.includes(number))
  if (foreign.length === 0) return inOrderOf(JSON.stringify(endpoints), String(text))
  return fieldOf(metric, 'endpoint') === undefined
    ? `Choose the endpoint that says ${foreign.join(', ')}: a proof takes its numbers from there.`
    : `The endpoint does not say ${foreign.join(', ')}: take the numbers from it, or choose another endpoint.`
}

/** Results set against each other stand as they stand there: the other way round the product would be the worse one. */
function inOrderOf(source: string, text: string): true | string {
  const known = pairsIn(source)
  const turned = pairsIn(text).find(
    (pair) => !known.includes(pair) && known.includes(pair.split(' vs ').toReversed().join(' vs ')),
  )
  return (
    turned === undefined ||
    `The endpoint says it the other way round (${turned.split(' vs ').toReversed().join(' vs ')}): keep its order.`
  )
}

/** What proves a claim is among what the claim rests on; otherwise nobody approved that it does. */
export async function substantiatesClaim(
  reference: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const [claim, evidence] = await Promise.all([
    supporting('claim', context),
    supporting('evidence', context),
  ])
  if (!claim || !evidence) return true
  return (
    referencedIds(claim.substantiation, 'evidence').includes(referencedId(reference) ?? '') ||
    `${String(claim.code)} does not rest on ${String(evidence.title)}: choose evidence that the claim cites, or add it there first.`
  )
}
