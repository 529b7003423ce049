import {defineField} from '@sanity/types'
import {listsClaimsCitedIn} from './claimUseRules.ts'
import {restsOnStandingEvidence} from './evidenceRules.ts'

interface ClaimsFieldOptions {
  description: string
  group?: string
  /** What is said where there is none; without it, none is allowed. */
  needed?: string
  /** The text beside it in which words may be tied to claims. */
  citedIn?: string
}

/** The claims on which a document, or a part of one, rests. */
export const claimsField = ({description, group, needed, citedIn}: ClaimsFieldOptions) =>
  defineField({
    name: 'claims',
    title: 'Claims',
    type: 'array',
    ...(group === undefined ? {} : {group}),
    of: [{type: 'reference', to: [{type: 'claim'}]}],
    description,
    validation: (rule) => [
      rule.unique().error('A claim stands here twice: keep one.'),
      rule.custom(restsOnStandingEvidence),
      ...(needed === undefined ? [] : [rule.required().min(1).error(needed)]),
      ...(citedIn === undefined ? [] : [rule.custom(listsClaimsCitedIn(citedIn))]),
    ],
  })
