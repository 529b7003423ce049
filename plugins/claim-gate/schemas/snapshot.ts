import {defineField, defineType} from '@sanity/types'

/** The content that somebody signed, as one canonical JSON string whose SHA-256 is its fingerprint. */
export const snapshot = defineType({
  name: 'snapshot',
  title: 'Snapshot',
  type: 'document',
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({name: 'subject', title: 'Document', type: 'string'}),
    defineField({name: 'subjectType', title: 'Type of the document', type: 'string'}),
    defineField({name: 'fingerprint', title: 'Fingerprint', type: 'string'}),
    defineField({name: 'content', title: 'Content', type: 'text'}),
  ],
  preview: {select: {title: 'subject', subtitle: 'fingerprint'}},
})
