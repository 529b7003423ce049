import type {ValidationContext} from '@sanity/types'
import {fieldOf} from '../references.ts'

/** Proof points find an endpoint by its name and time point. */
export function hasDistinctEndpoints(endpoints: unknown): true | string {
  const names = (Array.isArray(endpoints) ? endpoints : []).map((endpoint) =>
    JSON.stringify([fieldOf(endpoint, 'name'), fieldOf(endpoint, 'timepoint')]),
  )
  return (
    new Set(names).size === names.length ||
    'An endpoint stands here twice at the same time point: tell them apart by name or time point.'
  )
}

/** ClinicalTrials.gov numbers a study NCT and eight digits; other registries have forms of their own. */
export function isRegistrationNumber(id: unknown, {parent}: ValidationContext): true | string {
  if (typeof id !== 'string') return true
  const registry = fieldOf(parent, 'registry')
  const isNct = /^NCT/iu.test(id) || registry === 'ClinicalTrials.gov'
  return (
    !isNct || /^NCT\d{8}$/u.test(id) || 'A number of ClinicalTrials.gov is NCT and eight digits.'
  )
}
