import {defineField} from '@sanity/types'
import {hasHappened} from './fieldRules.ts'
import {isClosedByNumber, isForwarded, isNumberOfForwarded} from './observationRules.ts'

/** A possible complaint closes only with its number. */
export const possibleComplaint = defineField({
  name: 'possibleComplaint',
  title: 'Possible complaint',
  type: 'object',
  group: 'complaint',
  description:
    'Something may have gone wrong with a device, or somebody may have been harmed. Forward it the same day: what happened is told there, not here. No details of patients.',
  fields: [
    defineField({
      name: 'yes',
      title: 'A possible complaint',
      type: 'boolean',
      initialValue: false,
      description: 'When in doubt, yes.',
    }),
    defineField({
      name: 'forwardedOn',
      title: 'Forwarded on',
      type: 'date',
      description: 'The day on which the complaint unit was told.',
      validation: (rule) => [rule.custom(isForwarded), rule.custom(hasHappened)],
    }),
    defineField({
      name: 'number',
      title: 'Number',
      type: 'string',
      description: 'As the complaint unit gave it. It closes the matter here.',
      validation: (rule) => [
        rule.custom(isNumberOfForwarded),
        rule.custom(isClosedByNumber).warning(),
      ],
    }),
  ],
})
