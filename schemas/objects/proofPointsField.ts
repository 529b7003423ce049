import {defineField} from '@sanity/types'

/** The differentiated proof points that carry a message of the platform. */
export const proofPointsField = ({group}: {group?: string} = {}) =>
  defineField({
    name: 'proofPoints',
    title: 'Proof points',
    type: 'array',
    ...(group === undefined ? {} : {group}),
    of: [{type: 'reference', to: [{type: 'proofPoint'}]}],
    description: 'What shows that it is so, in the order in which it is told.',
    validation: (rule) => rule.unique(),
  })
