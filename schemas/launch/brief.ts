import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {AUDIENCES} from '../choices.ts'
import {restsOnStandingEvidence} from '../objects/evidenceRules.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'
import {isNotContentLead, isOnlyBrief} from './briefRules.ts'

const leads = [
  defineField({
    name: 'contentLead',
    title: 'Content lead',
    type: 'reference',
    to: [{type: 'person'}],
    group: 'brief',
    description: 'Who answers for what reps carry.',
    validation: (rule) => rule.required().error('Name the person who leads the content.'),
  }),
  defineField({
    name: 'trainingLead',
    title: 'Training lead',
    type: 'reference',
    to: [{type: 'person'}],
    group: 'brief',
    description: 'Who answers for what reps learn: not the content lead.',
    validation: (rule) => [
      rule.required().error('Name the person who leads the training.'),
      rule.custom(isNotContentLead),
    ],
  }),
]

const kickOff = defineField({
  name: 'kickOff',
  title: 'Kick-off',
  type: 'object',
  group: 'agreement',
  description: 'When both sides first sat together, and who was there.',
  options: {material: false},
  fields: [
    defineField({
      name: 'on',
      title: 'Held on',
      type: 'date',
      description: 'The day on which content and training met.',
    }),
    defineField({
      name: 'attendees',
      title: 'Attendees',
      type: 'array',
      description: 'Everybody who was there, from both sides.',
      of: [{type: 'reference', to: [{type: 'person'}]}],
      validation: (rule) => rule.unique().error('A person stands here twice: keep one.'),
    }),
  ],
})

const agreed = defineField({
  name: 'agreed',
  title: 'Agreed',
  type: 'array',
  group: 'agreement',
  readOnly: true,
  description:
    'Who agreed to which wording of the brief; written when they agree. The launch waits until both leads have agreed to the brief as it now stands.',
  options: {material: false},
  of: [
    defineArrayMember({
      name: 'agreement',
      title: 'Agreement',
      type: 'object',
      fields: [
        defineField({
          name: 'person',
          title: 'Person',
          type: 'reference',
          to: [{type: 'person'}],
          description: 'The content lead or the training lead.',
          validation: (rule) => rule.required().error('Say who agreed.'),
        }),
        defineField({
          name: 'fingerprint',
          title: 'Fingerprint',
          type: 'string',
          description: 'Of the brief as it stood then.',
          validation: (rule) => rule.required().error('Give the fingerprint of what was agreed.'),
        }),
        defineField({
          name: 'on',
          title: 'Agreed on',
          type: 'datetime',
          description: 'The moment of the agreement.',
          validation: (rule) => rule.required().error('Say when it was agreed.'),
        }),
      ],
      preview: {
        select: {name: 'person.name', on: 'on'},
        prepare: ({name, on}) => ({title: name || 'Agreement of nobody', subtitle: on}),
      },
    }),
  ],
})

const deliverables = defineField({
  name: 'deliverables',
  title: 'Deliverables',
  type: 'array',
  group: 'deliverables',
  description: 'What is to come of the brief, on both sides.',
  options: {material: false},
  of: [
    {
      type: 'reference',
      weak: true,
      to: [
        {type: 'deck'},
        {type: 'deckSlide'},
        {type: 'leaveBehind'},
        {type: 'vacKit'},
        {type: 'lmsModule'},
        {type: 'coachingRubric'},
      ],
    },
  ],
  validation: (rule) => rule.unique().error('A deliverable stands here twice: keep one.'),
})

export const brief = defineType({
  name: 'brief',
  title: 'Brief',
  type: 'document',
  icon: ClipboardIcon,
  groups: [
    {name: 'brief', title: 'Brief', default: true},
    {name: 'agreement', title: 'Agreement'},
    {name: 'deliverables', title: 'Deliverables'},
  ],
  fields: [
    defineField({
      name: 'launch',
      title: 'Launch',
      type: 'reference',
      to: [{type: 'launch'}],
      group: 'brief',
      description: 'One brief for content and training of the launch.',
      validation: (rule) => [rule.required().error('Choose the launch.'), rule.custom(isOnlyBrief)],
    }),
    defineField({
      name: 'platform',
      title: 'Messaging platform',
      type: 'reference',
      to: [{type: 'messagingPlatform'}],
      group: 'brief',
      description: 'The message from which both sides work.',
      validation: (rule) => [
        rule.required().error('Choose the messaging platform.'),
        rule.custom(restsOnStandingEvidence),
      ],
    }),
    ...leads,
    defineField({
      name: 'audience',
      title: 'Audience',
      type: 'string',
      group: 'brief',
      options: {list: AUDIENCES},
      description: 'The customer whom the deliverables are for.',
      validation: (rule) => rule.required().error('Say for whom the deliverables are.'),
    }),
    defineField({
      name: 'objectives',
      title: 'Objectives',
      type: 'array',
      group: 'brief',
      of: [{type: 'string'}],
      description: 'What the customer should know or do afterwards, one at a time.',
      validation: (rule) => [
        rule.unique().error('An objective stands here twice: keep one.'),
        rule.required().min(1).error('Write at least one objective that both sides work for.'),
      ],
    }),
    kickOff,
    agreed,
    deliverables,
  ],
  orderings: [orderedBy('Newest first', '_createdAt', 'desc')],
  preview: {
    select: {launch: 'launch.title', content: 'contentLead.name', training: 'trainingLead.name'},
    prepare: ({launch, content, training}) => ({
      title: ['Brief', launch].filter(Boolean).join(': '),
      subtitle: previewLine(content, training),
    }),
  },
})
