import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {AUDIENCES, titleOf} from '../choices.ts'
import {claimsField} from '../objects/claimsField.ts'
import {assetFields, throughLaunch} from './assetFields.ts'
import {riskInformation} from './riskInformation.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'

const sections = defineField({
  name: 'sections',
  title: 'Sections',
  type: 'array',
  group: 'content',
  description: 'In the order in which they are read.',
  of: [
    defineArrayMember({
      name: 'section',
      title: 'Section',
      type: 'object',
      fields: [
        defineField({
          name: 'heading',
          title: 'Heading',
          type: 'string',
          description:
            'Where it states a claim: in its approved words, or one of its approved shorter wordings.',
          validation: (rule) => rule.required().error('Give the section its heading.'),
        }),
        defineField({
          name: 'body',
          title: 'Text',
          type: 'richText',
          description: 'Select words and tie them to the claim that they state.',
        }),
        claimsField({
          description: 'What the section rests on.',
          needed: 'Every section rests on at least one claim: add it.',
          citedIn: 'body',
        }),
      ],
      preview: {
        select: {title: 'heading', claim0: 'claims.0.code', claim1: 'claims.1.code'},
        prepare: ({title, claim0, claim1}) => ({
          title: title || 'Section without a heading',
          subtitle: [claim0, claim1].filter(Boolean).join(', '),
        }),
      },
    }),
  ],
  validation: (rule) =>
    rule.required().min(1).error('Add at least one section, with the claims on which it rests.'),
})

export const leaveBehind = defineType({
  name: 'leaveBehind',
  title: 'Leave-behind',
  type: 'document',
  icon: DocumentTextIcon,
  options: {
    claimGate: {
      roles: ['marketing', 'medical', 'regulatory'],
      side: 'content',
      firstPublish: throughLaunch,
    },
  },
  groups: [
    {name: 'content', title: 'Leave-behind', default: true},
    {name: 'use', title: 'Use'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      description: 'As it is printed.',
      validation: (rule) => rule.required().error('Give the leave-behind a title.'),
    }),
    sections,
    riskInformation,
    ...assetFields({
      noun: 'leave-behind',
      audience: 'Who keeps it: everybody whom all of its claims are for.',
    }),
  ],
  orderings: [orderedBy('Title', 'title'), orderedBy('Ends first', 'expiresOn')],
  preview: {
    select: {title: 'title', audience: 'audience', code: 'materialCode'},
    prepare: ({title, audience, code}) => ({
      title: title || 'Leave-behind without a title',
      subtitle: previewLine(titleOf(AUDIENCES, audience), code),
    }),
  },
})
