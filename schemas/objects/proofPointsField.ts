import {defineField} from '@sanity/types'
import {restsOnStandingEvidence} from './evidenceRules.ts'

/** The differentiated proof points that carry a message of the platform. */
export const proofPointsField = ({group}: {group?: string} = {}) =>
  defineField({
    name: 'proofPoints',
    title: 'Proof points',
    type: 'array',
    ...(group === undefined ? {} : {group}),
    of: [{type: 'reference', to: [{type: 'proofPoint'}]}],
    description: 'What shows that it is so, in the order in which it is told.',
    validation: (rule) => [
      rule.unique().error('A proof point stands here twice: keep one.'),
      rule.custom(restsOnStandingEvidence),
    ],
  })
