import {defineArrayMember, defineField} from '@sanity/types'
import {claimsField} from '../objects/claimsField.ts'
import {isObservable} from './moduleRules.ts'

export const objectives = defineField({
  name: 'objectives',
  title: 'Objectives',
  type: 'array',
  group: 'content',
  description: 'What a learner can do afterwards, and the claims on which that rests.',
  of: [
    defineArrayMember({
      name: 'learningObjective',
      title: 'Learning objective',
      type: 'object',
      fields: [
        defineField({
          name: 'verb',
          title: 'Verb',
          type: 'string',
          description: 'Something that can be observed: state, show, distinguish, answer.',
          validation: (rule) => [
            rule.required().error('Begin with a verb that can be observed.'),
            rule.custom(isObservable),
          ],
        }),
        defineField({
          name: 'text',
          title: 'Content',
          type: 'string',
          description: 'What follows the verb: “what the trial showed, and what it did not”.',
          validation: (rule) => rule.required().error('Say what the learner can do.'),
        }),
        claimsField({
          description: 'What the objective rests on.',
          needed: 'Every objective rests on at least one claim: add it.',
        }),
      ],
      preview: {
        select: {verb: 'verb', text: 'text', claim0: 'claims.0.code', claim1: 'claims.1.code'},
        prepare: ({verb, text, claim0, claim1}) => ({
          title: [verb, text].filter(Boolean).join(' ') || 'Objective without words',
          subtitle: [claim0, claim1].filter(Boolean).join(', '),
        }),
      },
    }),
  ],
  validation: (rule) =>
    rule.required().min(1).error('Add at least one objective, with the claims on which it rests.'),
})

export const lessons = defineField({
  name: 'lessons',
  title: 'Lessons',
  type: 'array',
  group: 'content',
  description: 'The storyboard, in the order in which it is taught.',
  of: [
    defineArrayMember({
      name: 'lesson',
      title: 'Lesson',
      type: 'object',
      fields: [
        defineField({
          name: 'title',
          title: 'Title',
          type: 'string',
          validation: (rule) => rule.required().error('Give the lesson a title.'),
        }),
        defineField({
          name: 'body',
          title: 'Text',
          type: 'richText',
          description: 'Select words and tie them to the claim that they state.',
        }),
        claimsField({
          description: 'The claims that the lesson states; none where it teaches how to say them.',
          citedIn: 'body',
        }),
      ],
      preview: {
        select: {title: 'title', claim0: 'claims.0.code', claim1: 'claims.1.code'},
        prepare: ({title, claim0, claim1}) => ({
          title: title || 'Lesson without a title',
          subtitle: [claim0, claim1].filter(Boolean).join(', '),
        }),
      },
    }),
  ],
})
