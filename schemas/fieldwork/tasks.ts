import {defineArrayMember, defineField} from '@sanity/types'
import {previewLine} from '../previewLine.ts'

/** Every gap that is found becomes something to do for somebody. */
export const tasks = defineField({
  name: 'tasks',
  title: 'Tasks',
  type: 'array',
  group: 'tasks',
  description: 'What is to be done about each gap, and by whom.',
  of: [
    defineArrayMember({
      name: 'walkTask',
      title: 'Task',
      type: 'object',
      fields: [
        defineField({
          name: 'title',
          title: 'Task',
          type: 'string',
          description: 'What is to be done: “Write a response to the capital objection”.',
          validation: (rule) => rule.required().error('Say what is to be done.'),
        }),
        defineField({
          name: 'owner',
          title: 'Owner',
          type: 'reference',
          to: [{type: 'person'}],
          description: 'The one person who does it.',
          validation: (rule) => rule.required().warning('Name the one person who does it.'),
        }),
        defineField({
          name: 'dueOn',
          title: 'Due on',
          type: 'date',
          description: 'By when it is to be done.',
        }),
        defineField({
          name: 'doneOn',
          title: 'Done on',
          type: 'date',
          description: 'Empty as long as it is open.',
        }),
      ],
      preview: {
        select: {title: 'title', owner: 'owner.name', due: 'dueOn', done: 'doneOn'},
        prepare: ({title, owner, due, done}) => ({
          title: title || 'Task without words',
          subtitle: previewLine(owner, done ? `done on ${done}` : due && `due on ${due}`),
        }),
      },
    }),
  ],
})
