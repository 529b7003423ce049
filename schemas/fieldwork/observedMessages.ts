import {defineArrayMember, defineField} from '@sanity/types'
import {MESSAGE_OUTCOMES, RECALLS, titleOf} from '../choices.ts'
import {previewLine} from '../previewLine.ts'
import {distinctBy, namesNoPatient} from './fieldRules.ts'
import {fingerprintField} from './inForceFields.ts'
import {
  hasContent,
  hasOutcomeWhereHeard,
  hasRecallFromCustomers,
  hasWordsOfDrift,
  isScoredWhereCalledFor,
} from './observationRules.ts'
import {isCoached} from './rubricInForce.ts'

const results = [
  defineField({
    name: 'outcome',
    title: 'Outcome',
    type: 'string',
    options: {list: MESSAGE_OUTCOMES},
    description:
      'What became of it. “Not called for”: nothing in the conversation asked for it, so it is not counted at all.',
    validation: (rule) => rule.custom(hasOutcomeWhereHeard),
  }),
  defineField({
    name: 'recall',
    title: 'Recall',
    type: 'string',
    options: {list: RECALLS},
    hidden: ({document}) => document?.source !== 'customerFeedback',
    description: 'What the customer still knows of it; only from customers.',
    validation: (rule) => rule.custom(hasRecallFromCustomers),
  }),
  defineField({
    name: 'verbatim',
    title: 'Verbatim',
    type: 'text',
    rows: 2,
    description: 'Word for word, as far as you remember. No details of patients.',
    validation: (rule) => [
      rule.custom(hasWordsOfDrift).warning(),
      rule.custom(namesNoPatient).warning(),
    ],
  }),
  defineField({
    name: 'level',
    title: 'Level',
    type: 'string',
    description: 'The level of the rubric that was reached, by its label.',
    validation: (rule) => rule.custom(isScoredWhereCalledFor),
  }),
]

export const observedMessages = defineField({
  name: 'messages',
  title: 'Messages',
  type: 'array',
  group: 'messages',
  description: 'Each claim or response that was due, once, with what became of it.',
  of: [
    defineArrayMember({
      name: 'observedMessage',
      title: 'Message',
      type: 'object',
      fields: [
        defineField({
          name: 'anchor',
          title: 'Anchor',
          type: 'reference',
          to: [{type: 'claim'}, {type: 'objectionResponse'}],
          description: 'The claim or the objection response that was due.',
          validation: (rule) =>
            rule.required().error('Choose the claim or the objection response.'),
        }),
        fingerprintField({
          description: 'The wording of the anchor on that day: which one was due.',
        }),
        ...results,
      ],
      preview: {
        select: {
          code: 'anchor.code',
          objection: 'anchor.objection',
          outcome: 'outcome',
          recall: 'recall',
          verbatim: 'verbatim',
        },
        prepare: ({code, objection, outcome, recall, verbatim}) => ({
          title: previewLine(
            code || objection || 'Message without an anchor',
            titleOf(MESSAGE_OUTCOMES, outcome),
          ),
          subtitle: previewLine(titleOf(RECALLS, recall), verbatim),
        }),
      },
    }),
  ],
  validation: (rule) => [
    rule.custom(hasContent),
    rule.custom(distinctBy('anchor', 'A message stands here twice: keep one entry for each.')),
    rule.custom(isCoached),
  ],
})
