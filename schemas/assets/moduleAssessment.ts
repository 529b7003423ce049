import {defineArrayMember, defineField} from '@sanity/types'
import {restsOnStandingEvidence} from '../objects/evidenceRules.ts'
import {hasRightAndWrong, isGivenWhereAssessed, isInObjectives} from './moduleRules.ts'

const answers = defineField({
  name: 'options',
  title: 'Answers',
  type: 'array',
  description: 'Wrong ones are best taken from what drifts in the field.',
  of: [
    defineArrayMember({
      name: 'answerOption',
      title: 'Answer',
      type: 'object',
      fields: [
        defineField({
          name: 'text',
          title: 'Text',
          type: 'text',
          rows: 2,
          validation: (rule) => rule.required().error('Write the answer.'),
        }),
        defineField({
          name: 'correct',
          title: 'Correct',
          type: 'boolean',
          initialValue: false,
          description: 'Several may be: then all of them are asked for.',
        }),
        defineField({
          name: 'feedback',
          title: 'Feedback',
          type: 'text',
          rows: 2,
          description: 'What the learner reads after choosing it.',
        }),
      ],
      preview: {
        select: {title: 'text', correct: 'correct'},
        prepare: ({title, correct}) => ({
          title: title || 'Answer without words',
          subtitle: correct === true ? 'Correct' : 'Wrong',
        }),
      },
    }),
  ],
  validation: (rule) => [
    rule.required().min(2).error('Give at least two answers to choose from.'),
    rule.custom(hasRightAndWrong),
  ],
})

export const assessment = defineField({
  name: 'assessment',
  title: 'Assessment',
  type: 'array',
  group: 'assessment',
  description: 'What is asked at the end, each question about one claim of the objectives.',
  of: [
    defineArrayMember({
      name: 'assessmentItem',
      title: 'Question',
      type: 'object',
      fields: [
        defineField({
          name: 'stem',
          title: 'Question',
          type: 'text',
          rows: 2,
          description: 'Complete in itself: it can be understood without the answers.',
          validation: (rule) => rule.required().error('Write the question.'),
        }),
        answers,
        defineField({
          name: 'claim',
          title: 'Claim',
          type: 'reference',
          to: [{type: 'claim'}],
          description: 'The claim that is asked about: when it changes, so must the question.',
          validation: (rule) => [
            rule.required().error('Choose the claim that is asked about.'),
            rule.custom(isInObjectives),
            rule.custom(restsOnStandingEvidence),
          ],
        }),
      ],
      preview: {
        select: {stem: 'stem', code: 'claim.code'},
        prepare: ({stem, code}) => ({title: stem || 'Question without words', subtitle: code}),
      },
    }),
  ],
})

export const masteryScore = defineField({
  name: 'masteryScore',
  title: 'Mastery score',
  type: 'number',
  group: 'assessment',
  description: 'The scaled score that passes, from 0 to 1: 0.8 is eighty per cent.',
  validation: (rule) => [
    rule.min(0).max(1).error('Give the score as a part of 1: 0.8 for eighty per cent.'),
    rule.custom(isGivenWhereAssessed),
  ],
})
