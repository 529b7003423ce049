import {defineField} from '@sanity/types'

/** To which launch something in the field belongs, in the group `context`. */
export const launchField = (description: string) =>
  defineField({
    name: 'launch',
    title: 'Launch',
    type: 'reference',
    to: [{type: 'launch'}],
    group: 'context',
    description,
    validation: (rule) => rule.required().error('Choose the launch: it is counted there.'),
  })
