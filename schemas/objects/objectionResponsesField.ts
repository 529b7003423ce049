import {defineField} from '@sanity/types'
import {restsOnStandingEvidence} from './evidenceRules.ts'

interface ObjectionResponsesFieldOptions {
  description: string
  group?: string
}

/** The objections that something answers, in the approved words of their responses. */
export const objectionResponsesField = ({description, group}: ObjectionResponsesFieldOptions) =>
  defineField({
    name: 'objectionResponses',
    title: 'Objection responses',
    type: 'array',
    ...(group === undefined ? {} : {group}),
    of: [{type: 'reference', to: [{type: 'objectionResponse'}]}],
    description,
    validation: (rule) => [
      rule.unique().error('A response stands here twice: keep one.'),
      rule.custom(restsOnStandingEvidence),
    ],
  })
