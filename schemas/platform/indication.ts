import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from '@sanity/types'
import {MARKETS, titleOf} from '../choices.ts'
import {internalNotes} from '../objects/internalNotes.ts'
import {orderedBy} from '../orderedBy.ts'

export const indication = defineType({
  name: 'indication',
  title: 'Indication',
  type: 'document',
  icon: TagIcon,
  options: {claimGate: {roles: ['medical', 'regulatory'], side: 'source'}},
  groups: [
    {name: 'indication', title: 'Indication', default: true},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'product',
      title: 'Product',
      type: 'reference',
      to: [{type: 'product'}],
      group: 'indication',
      description: 'The product that is cleared or approved for it.',
      validation: (rule) => rule.required().error('Choose the product.'),
    }),
    defineField({
      name: 'population',
      title: 'Population',
      type: 'string',
      group: 'indication',
      description: 'For whom: “adults”.',
      validation: (rule) => rule.required().error('Say for whom.'),
    }),
    defineField({
      name: 'condition',
      title: 'Condition',
      type: 'string',
      group: 'indication',
      description: 'When: “during surgery”.',
      validation: (rule) => rule.required().error('Say when.'),
    }),
    defineField({
      name: 'statement',
      title: 'Statement',
      type: 'text',
      rows: 3,
      group: 'indication',
      description: 'Word for word as cleared or approved in this market.',
      validation: (rule) => rule.required().error('Give the indication word for word.'),
    }),
    defineField({
      name: 'market',
      title: 'Market',
      type: 'string',
      options: {list: MARKETS},
      group: 'indication',
      validation: (rule) => rule.required().error('Choose the market.'),
    }),
    internalNotes,
  ],
  orderings: [orderedBy('Condition', 'condition'), orderedBy('Market', 'market')],
  preview: {
    select: {condition: 'condition', population: 'population', market: 'market'},
    prepare: ({condition, population, market}) => ({
      title:
        [population, condition].filter(Boolean).join(', ') || 'Indication without a population',
      subtitle: titleOf(MARKETS, market),
    }),
  },
})
