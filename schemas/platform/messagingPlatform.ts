import {TiersIcon} from '@sanity/icons/Tiers'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {claimsField} from '../objects/claimsField.ts'
import {restsOnStandingEvidence} from '../objects/evidenceRules.ts'
import {internalNotes} from '../objects/internalNotes.ts'
import {objectionResponsesField} from '../objects/objectionResponsesField.ts'
import {proofPointsField} from '../objects/proofPointsField.ts'
import {isProductOf} from '../objects/productRules.ts'
import {orderedBy} from '../orderedBy.ts'

const pillars = defineField({
  name: 'pillars',
  title: 'Pillars',
  type: 'array',
  group: 'message',
  description: 'The few messages that hold the launch up, in the order in which they are told.',
  of: [
    defineArrayMember({
      name: 'pillar',
      title: 'Pillar',
      type: 'object',
      fields: [
        defineField({
          name: 'title',
          title: 'Title',
          type: 'string',
          validation: (rule) => rule.required().error('Give the pillar its title.'),
        }),
        defineField({
          name: 'keyMessage',
          title: 'Key message',
          type: 'text',
          rows: 2,
          description: 'What the customer should remember, in no stronger words than its claims.',
          validation: (rule) => rule.required().error('Write the key message of the pillar.'),
        }),
        claimsField({
          description: 'What the key message rests on.',
          needed: 'A key message rests on at least one claim: add it.',
        }),
        proofPointsField(),
      ],
      preview: {
        select: {title: 'title', keyMessage: 'keyMessage'},
        prepare: ({title, keyMessage}) => ({
          title: title || 'Pillar without a title',
          subtitle: keyMessage,
        }),
      },
    }),
  ],
  validation: (rule) => rule.required().min(1).error('Add at least one pillar of the message.'),
})

export const messagingPlatform = defineType({
  name: 'messagingPlatform',
  title: 'Messaging platform',
  type: 'document',
  icon: TiersIcon,
  options: {claimGate: {roles: ['marketing', 'medical', 'regulatory'], side: 'source'}},
  groups: [
    {name: 'message', title: 'Message', default: true},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'message',
      description: 'How people call it: the product and the launch.',
      validation: (rule) => rule.required().error('Give the platform a title.'),
    }),
    defineField({
      name: 'product',
      title: 'Product',
      type: 'reference',
      to: [{type: 'product'}],
      group: 'message',
      description: 'The product of which it speaks.',
      validation: (rule) => [
        rule.required().error('Choose the product.'),
        rule.custom(isProductOf('valuePropositions', 'pillars', 'objectionResponses')).warning(),
      ],
    }),
    defineField({
      name: 'valuePropositions',
      title: 'Value propositions',
      type: 'array',
      group: 'message',
      of: [{type: 'reference', to: [{type: 'valueProposition'}]}],
      description: 'One for each audience.',
      validation: (rule) => [
        rule.unique().error('A value proposition stands here twice: keep one.'),
        rule.custom(restsOnStandingEvidence),
        rule.required().min(1).error('Add the value proposition of at least one audience.'),
      ],
    }),
    pillars,
    objectionResponsesField({
      group: 'message',
      description: 'The objections that everybody answers alike.',
    }),
    defineField({
      name: 'owner',
      title: 'Owner',
      type: 'reference',
      to: [{type: 'person'}],
      group: 'internal',
      description: 'Whom to ask about the message.',
      options: {material: false},
    }),
    internalNotes,
  ],
  orderings: [orderedBy('Title', 'title')],
  preview: {
    select: {title: 'title', product: 'product.name'},
    prepare: ({title, product}) => ({
      title: title || 'Messaging platform without a title',
      subtitle: product,
    }),
  },
})
