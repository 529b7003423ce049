import {CommentIcon} from '@sanity/icons/Comment'
import {defineField, defineType} from '@sanity/types'
import {OBJECTORS, REFERRALS, titleOf} from '../choices.ts'
import {isWithinAudienceOf} from '../objects/claimUseRules.ts'
import {claimsField} from '../objects/claimsField.ts'
import {internalNotes} from '../objects/internalNotes.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'

/** The steps of objection handling, in the order in which they are spoken. */
const answer = [
  defineField({
    name: 'acknowledge',
    title: 'Acknowledge',
    type: 'text',
    rows: 2,
    group: 'answer',
    description: 'What shows that the objection was heard, without agreeing to more than is true.',
    validation: (rule) => rule.required().error('Write how the objection is acknowledged.'),
  }),
  defineField({
    name: 'clarify',
    title: 'Clarify',
    type: 'text',
    rows: 2,
    group: 'answer',
    description: 'The question that finds out what lies behind it.',
    validation: (rule) => rule.required().error('Write the question that clarifies it.'),
  }),
  defineField({
    name: 'respond',
    title: 'Respond',
    type: 'richText',
    group: 'answer',
    description:
      'The answer with its evidence. Select words and tie them to the claim that they state.',
    validation: (rule) => rule.required().min(1).error('Write the response.'),
  }),
  defineField({
    name: 'confirm',
    title: 'Confirm',
    type: 'text',
    rows: 2,
    group: 'answer',
    description: 'The question that finds out whether it was answered.',
    validation: (rule) => rule.required().error('Write the question that confirms it.'),
  }),
  defineField({
    name: 'referTo',
    title: 'Refer to',
    type: 'string',
    group: 'answer',
    options: {list: REFERRALS},
    initialValue: 'none',
    description:
      'Who takes over: medical information where no claim answers, the complaint unit where something may have gone wrong with a device.',
    validation: (rule) => rule.required().error('Say who takes over, or that nobody does.'),
  }),
]

export const objectionResponse = defineType({
  name: 'objectionResponse',
  title: 'Objection response',
  type: 'document',
  icon: CommentIcon,
  options: {
    claimGate: {roles: ['marketing', 'medical', 'regulatory', 'training'], side: 'source'},
  },
  groups: [
    {name: 'objection', title: 'Objection', default: true},
    {name: 'answer', title: 'Answer'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'objection',
      title: 'Objection',
      type: 'string',
      group: 'objection',
      description: 'As it is heard, in the customer’s own words.',
      validation: (rule) => rule.required().error('Write the objection as it is heard.'),
    }),
    defineField({
      name: 'persona',
      title: 'Raised by',
      type: 'string',
      group: 'objection',
      options: {list: OBJECTORS},
      description:
        'Who raises it most: the answer is written for them, and so are all of its claims.',
      validation: (rule) => [
        rule.required().error('Say who raises it.'),
        rule.custom(isWithinAudienceOf),
      ],
    }),
    claimsField({
      group: 'objection',
      description: 'What the answer rests on: every claim that the response cites.',
      needed: 'An objection is answered with at least one claim: add it.',
      citedIn: 'respond',
    }),
    ...answer,
    internalNotes,
  ],
  orderings: [orderedBy('Raised by', 'persona'), orderedBy('Objection', 'objection')],
  preview: {
    select: {
      title: 'objection',
      persona: 'persona',
      claim0: 'claims.0.code',
      claim1: 'claims.1.code',
    },
    prepare: ({title, persona, claim0, claim1}) => ({
      title: title || 'Response to an objection without words',
      subtitle: previewLine(
        titleOf(OBJECTORS, persona),
        [claim0, claim1].filter(Boolean).join(', '),
      ),
    }),
  },
})
