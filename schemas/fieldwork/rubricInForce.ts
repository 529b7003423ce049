import type {ValidationContext, ValidationError} from '@sanity/types'
import {API_VERSION} from '../apiVersion.ts'
import {fieldOf, referencedId} from '../references.ts'

interface Rubric {
  title: string | null
  expiresOn: string | null
  criteria: {anchor: string | null; levels: string[] | null}[] | null
}

const RUBRIC_QUERY = `*[_id == $id][_type == "coachingRubric"][0]{
  title, expiresOn, criteria[]{"anchor": anchor._ref, "levels": levels[].label}
}`

async function readRubric({document, getClient}: ValidationContext): Promise<Rubric | null> {
  const id = referencedId(document?.rubric)
  if (id === undefined) return null
  const client = getClient({apiVersion: API_VERSION})
  return client.fetch<Rubric | null>(RUBRIC_QUERY, {id}, {perspective: 'raw'})
}

/** Coaches score with a rubric that was out on that day; a draft binds nobody. */
export async function wasInForce(
  rubric: unknown,
  context: ValidationContext,
): Promise<true | string> {
  if (referencedId(rubric) === undefined) return true
  const published = await readRubric(context)
  if (!published) return 'This rubric is not published: score with one that is in force.'
  const day = context.document?.observedOn
  const {expiresOn} = published
  const isOver = expiresOn !== null && typeof day === 'string' && expiresOn < day
  return !isOver || `This rubric was last in force on ${expiresOn}: choose the one of that day.`
}

/** A level is one that the rubric describes for this message. */
export async function isCoached(
  messages: unknown,
  context: ValidationContext,
): Promise<true | ValidationError[]> {
  const list: unknown[] = Array.isArray(messages) ? messages : []
  const scored = list.filter((message) => typeof fieldOf(message, 'level') === 'string')
  if (scored.length === 0) return true
  const rubric = await readRubric(context)
  const faults = scored.flatMap((message): ValidationError[] => {
    const fault = faultOf(message, rubric)
    const key = fieldOf(message, '_key')
    return fault === undefined || typeof key !== 'string'
      ? []
      : [{message: fault, path: [{_key: key}, 'level']}]
  })
  return faults.length === 0 || faults
}

function faultOf(message: unknown, rubric: Rubric | null): string | undefined {
  if (!rubric) return 'A level comes from a rubric: choose the rubric, or take the level out.'
  const anchor = referencedId(fieldOf(message, 'anchor'))
  const criteria = (rubric.criteria ?? []).filter((criterion) => criterion.anchor === anchor)
  if (criteria.length === 0)
    return 'The rubric does not coach this message: take the level out, or choose another rubric.'
  const labels = criteria.flatMap(({levels}) => levels ?? [])
  const level = fieldOf(message, 'level')
  return labels.some((label) => label === level)
    ? undefined
    : `The rubric has no such level for this message: choose one of ${labels.join(', ')}.`
}
