import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {DECISIONS} from '../model/gateDocuments.ts'
import {accept} from './accept.ts'

/** A signature. Read-only in every form: reviews are signed in the Alignment inspector and never changed. */
export const review = defineType({
  name: 'review',
  title: 'Review',
  type: 'document',
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({name: 'subject', title: 'Document', type: 'string'}),
    defineField({name: 'fingerprint', title: 'Fingerprint of its content', type: 'string'}),
    defineField({name: 'basis', title: 'Basis', type: 'string'}),
    defineField({
      name: 'pins',
      title: 'What it rested on',
      type: 'array',
      of: [
        defineArrayMember({
          name: 'pin',
          type: 'object',
          fields: [
            defineField({name: 'doc', title: 'Document', type: 'string'}),
            defineField({name: 'fingerprint', title: 'Fingerprint', type: 'string'}),
          ],
        }),
      ],
    }),
    defineField({name: 'role', title: 'Role', type: 'string'}),
    defineField({
      name: 'decision',
      title: 'Decision',
      type: 'string',
      options: {list: [...DECISIONS]},
    }),
    defineField({
      name: 'carries',
      title: 'Carried forward',
      type: 'array',
      of: [accept],
    }),
    defineField({
      name: 'remarks',
      title: 'Remarks',
      type: 'array',
      of: [
        defineArrayMember({
          name: 'remark',
          type: 'object',
          fields: [
            defineField({name: 'path', title: 'Field', type: 'string'}),
            defineField({name: 'quote', title: 'Words that are meant', type: 'string'}),
            defineField({name: 'text', title: 'Remark', type: 'text'}),
            defineField({name: 'replacement', title: 'Words approved instead', type: 'string'}),
            defineField({name: 'must', title: 'Has to be met', type: 'boolean'}),
          ],
        }),
      ],
    }),
    defineField({name: 'since', title: 'Newest withdrawal that was known', type: 'string'}),
    defineField({
      name: 'editors',
      title: 'Accounts that changed it since it was approved last',
      type: 'array',
      of: [{type: 'string'}],
    }),
    defineField({name: 'meaning', title: 'Meaning of the signature', type: 'string'}),
    defineField({name: 'reviewer', title: 'Account', type: 'string'}),
    defineField({name: 'reviewerName', title: 'Name', type: 'string'}),
    defineField({name: 'signedAt', title: 'Signed at', type: 'datetime'}),
    defineField({name: 'comment', title: 'Comment', type: 'text'}),
    defineField({name: 'snapshots', title: 'Snapshots', type: 'array', of: [{type: 'string'}]}),
    defineField({
      name: 'inForce',
      title: 'The content was out when this was signed',
      type: 'boolean',
    }),
  ],
  preview: {
    select: {title: 'meaning', name: 'reviewerName', at: 'signedAt'},
    prepare: ({title, name, at}) => ({title, subtitle: [name, at].filter(Boolean).join(', ')}),
  },
})
