import {defineField} from '@sanity/types'

/** Notes of the team: never delivered as content, and nobody reviews them again. */
export const internalNotes = defineField({
  name: 'internalNotes',
  title: 'Internal notes',
  type: 'text',
  rows: 3,
  group: 'internal',
  description: 'Never delivered as content; a change here asks nobody to review.',
  options: {material: false},
})
