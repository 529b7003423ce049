import {DiamondIcon} from '@sanity/icons/Diamond'
import {defineField, defineType} from '@sanity/types'
import {AUDIENCES, titleOf} from '../choices.ts'
import {claimsField} from '../objects/claimsField.ts'
import {isWithinAudiences} from '../objects/claimUseRules.ts'
import {internalNotes} from '../objects/internalNotes.ts'
import {proofPointsField} from '../objects/proofPointsField.ts'
import {orderedBy} from '../orderedBy.ts'

export const valueProposition = defineType({
  name: 'valueProposition',
  title: 'Value proposition',
  type: 'document',
  icon: DiamondIcon,
  options: {claimGate: {roles: ['marketing', 'medical', 'regulatory'], side: 'source'}},
  groups: [
    {name: 'proposition', title: 'Proposition', default: true},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'audience',
      title: 'Audience',
      type: 'string',
      group: 'proposition',
      options: {list: AUDIENCES},
      description: 'Whom it is for: all of its claims must be for them.',
      validation: (rule) => [
        rule.required().error('Say for whom the value proposition is.'),
        rule.custom(isWithinAudiences),
      ],
    }),
    defineField({
      name: 'statement',
      title: 'Statement',
      type: 'text',
      rows: 3,
      group: 'proposition',
      description: 'What the product is worth to them, in no stronger words than its claims.',
      validation: (rule) => rule.required().error('Write the value proposition.'),
    }),
    claimsField({
      group: 'proposition',
      description: 'What the statement rests on.',
      needed: 'A value proposition rests on at least one claim: add it.',
    }),
    proofPointsField({group: 'proposition'}),
    internalNotes,
  ],
  orderings: [orderedBy('Audience', 'audience')],
  preview: {
    select: {title: 'statement', audience: 'audience'},
    prepare: ({title, audience}) => ({
      title: title || 'Value proposition without words',
      subtitle: titleOf(AUDIENCES, audience),
    }),
  },
})
