import {RocketIcon} from '@sanity/icons/Rocket'
import {defineField, defineType} from '@sanity/types'
import {MARKETS} from '../choices.ts'
import {restsOnStandingEvidence} from '../objects/evidenceRules.ts'
import {isProductOf} from '../objects/productRules.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'

const WINDOW = 'Give the window in whole days, usually 90.'

const targets = defineField({
  name: 'targets',
  title: 'Targets',
  type: 'object',
  group: 'targets',
  description: 'In per cent. The scorecard shows what was reached beside them.',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'messageConsistency',
      title: 'Message consistency',
      type: 'number',
      description: 'Of the messages observed in the field: how many were delivered as approved.',
      validation: (rule) => rule.min(0).max(100).error('Give a percentage from 0 to 100.'),
    }),
    defineField({
      name: 'readiness',
      title: 'Readiness',
      type: 'number',
      description: 'Of the people to be trained: how many passed on the wording in force.',
      validation: (rule) => rule.min(0).max(100).error('Give a percentage from 0 to 100.'),
    }),
  ],
})

const period = [
  defineField({
    name: 'launchDate',
    title: 'Launch date',
    type: 'date',
    group: 'launch',
    description: 'The first day in the field: the launch clock starts here.',
    validation: (rule) => rule.required().error('Give the launch date: the clock starts there.'),
  }),
  defineField({
    name: 'windowDays',
    title: 'Launch window',
    type: 'number',
    group: 'launch',
    initialValue: 90,
    description: 'How many days from the launch date are watched.',
    validation: (rule) => [rule.required().error(WINDOW), rule.integer().positive().error(WINDOW)],
  }),
]

export const launch = defineType({
  name: 'launch',
  title: 'Launch',
  type: 'document',
  icon: RocketIcon,
  groups: [
    {name: 'launch', title: 'Launch', default: true},
    {name: 'targets', title: 'Targets'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'launch',
      validation: (rule) => rule.required().error('Give the launch a title.'),
    }),
    defineField({
      name: 'product',
      title: 'Product',
      type: 'reference',
      to: [{type: 'product'}],
      group: 'launch',
      description: 'What is launched.',
      validation: (rule) => [
        rule.required().error('Choose the product that is launched.'),
        rule.custom(isProductOf('platform')).warning(),
      ],
    }),
    defineField({
      name: 'platform',
      title: 'Messaging platform',
      type: 'reference',
      to: [{type: 'messagingPlatform'}],
      group: 'launch',
      description: 'The one source to which content and training of the launch trace back.',
      validation: (rule) => [
        rule.required().error('Choose the messaging platform to which everything traces back.'),
        rule.custom(restsOnStandingEvidence),
      ],
    }),
    defineField({
      name: 'owner',
      title: 'Launch owner',
      type: 'reference',
      to: [{type: 'person'}],
      group: 'launch',
      description: 'The one person who owns the space between content and training.',
      validation: (rule) =>
        rule.required().error('Name the one person who owns content and training together.'),
    }),
    ...period,
    defineField({
      name: 'markets',
      title: 'Markets',
      type: 'array',
      group: 'launch',
      of: [{type: 'string'}],
      options: {list: MARKETS},
      description: 'Where the product is launched.',
      validation: (rule) => rule.required().min(1).error('Say in which markets it is launched.'),
    }),
    targets,
  ],
  orderings: [orderedBy('Newest first', 'launchDate', 'desc'), orderedBy('Title', 'title')],
  preview: {
    select: {title: 'title', product: 'product.name', on: 'launchDate'},
    prepare: ({title, product, on}) => ({
      title: title || 'Launch without a title',
      subtitle: previewLine(product, on),
    }),
  },
})
