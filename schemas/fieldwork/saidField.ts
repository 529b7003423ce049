import {defineField} from '@sanity/types'
import {namesNoPatient} from './fieldRules.ts'

/** Words from the field that no source has. */
export const saidField = defineField({
  name: 'said',
  title: 'What was said',
  type: 'text',
  rows: 2,
  description: 'Word for word, as far as you remember. No details of patients.',
  validation: (rule) => [
    rule.required().error('Write what was said.'),
    rule.custom(namesNoPatient).warning(),
  ],
})
