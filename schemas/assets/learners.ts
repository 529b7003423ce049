import {defineField} from '@sanity/types'
import {LEARNERS} from '../choices.ts'

/** Who learns: never the customer, who is the audience. */
export const learners = defineField({
  name: 'learners',
  title: 'Learners',
  type: 'array',
  group: 'use',
  of: [{type: 'string'}],
  options: {list: LEARNERS},
  description: 'Who learns or is coached; the customer is the audience.',
  validation: (rule) => rule.required().min(1).error('Say who learns or is coached.'),
})
