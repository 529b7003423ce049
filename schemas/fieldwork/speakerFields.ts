import {defineField} from '@sanity/types'
import {LEARNERS} from '../choices.ts'
import {isPseudonym} from './fieldRules.ts'

/** Who spoke or learned, without a name, in the group `context`. */
export const speakerFields = [
  defineField({
    name: 'repCode',
    title: 'Code of the person',
    type: 'string',
    group: 'context',
    description: 'A pseudonym that is the same everywhere, such as R-017; never a name.',
    validation: (rule) => [
      rule.required().error('Give the code under which this person is known here, such as R-017.'),
      rule.custom(isPseudonym),
    ],
  }),
  defineField({
    name: 'speakerRole',
    title: 'Role',
    type: 'string',
    group: 'context',
    options: {list: LEARNERS},
    description: 'What this person does in the field; messages are compared by role.',
    validation: (rule) => rule.required().error('Choose the role of this person.'),
  }),
]
