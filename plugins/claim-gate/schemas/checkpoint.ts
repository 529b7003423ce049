import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {CHECKPOINT_EVENTS, CHECKPOINT_KINDS, OUTCOMES} from '../model/checkpoint.ts'

/** Documents that go out together. Its form is read-only: the checkpoint's own page changes it. */
export const checkpoint = defineType({
  name: 'checkpoint',
  title: 'Checkpoint',
  type: 'document',
  liveEdit: true,
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({name: 'title', title: 'Title', type: 'string'}),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: [...CHECKPOINT_KINDS]},
    }),
    defineField({name: 'group', title: 'Launch', type: 'string'}),
    defineField({name: 'owner', title: 'Account that answers for it', type: 'string'}),
    defineField({name: 'dueOn', title: 'Due on', type: 'date'}),
    defineField({name: 'members', title: 'Members', type: 'array', of: [{type: 'string'}]}),
    defineField({
      name: 'events',
      title: 'What was done to it',
      type: 'array',
      of: [
        defineArrayMember({
          name: 'checkpointEvent',
          type: 'object',
          fields: [
            defineField({
              name: 'kind',
              title: 'What',
              type: 'string',
              options: {list: [...CHECKPOINT_EVENTS]},
            }),
            defineField({name: 'doc', title: 'Document', type: 'string'}),
            defineField({name: 'account', title: 'Account', type: 'string'}),
            defineField({name: 'name', title: 'Name', type: 'string'}),
            defineField({name: 'at', title: 'When', type: 'datetime'}),
            defineField({name: 'reason', title: 'Why', type: 'text'}),
          ],
        }),
      ],
    }),
    defineField({name: 'closedAt', title: 'Closed at', type: 'datetime'}),
    defineField({
      name: 'outcome',
      title: 'Outcome',
      type: 'string',
      options: {list: [...OUTCOMES]},
    }),
  ],
  preview: {select: {title: 'title', subtitle: 'kind'}},
})
