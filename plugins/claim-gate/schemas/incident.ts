import {defineField, defineType} from '@sanity/types'

/**
 * Content that came to be published by a road around the gate, which is withheld, or a review that somebody removed: in
 * both cases somebody must look.
 */
export const incident = defineType({
  name: 'incident',
  title: 'Incident',
  type: 'document',
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({name: 'subject', title: 'Document', type: 'string'}),
    defineField({name: 'subjectType', title: 'Type of the document', type: 'string'}),
    defineField({name: 'fingerprint', title: 'Fingerprint of what was published', type: 'string'}),
    defineField({name: 'rev', title: 'Revision', type: 'string'}),
    defineField({name: 'state', title: 'State when found', type: 'string'}),
    defineField({name: 'review', title: 'Review that was removed', type: 'string'}),
    defineField({name: 'openedAt', title: 'Found at', type: 'datetime'}),
    defineField({name: 'closedAt', title: 'Over since', type: 'datetime'}),
  ],
  preview: {select: {title: 'subject', subtitle: 'openedAt'}},
})
