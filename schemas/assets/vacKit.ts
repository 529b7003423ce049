import {CaseIcon} from '@sanity/icons/Case'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {AUDIENCES, titleOf, VAC_SECTIONS} from '../choices.ts'
import {claimsField} from '../objects/claimsField.ts'
import {objectionResponsesField} from '../objects/objectionResponsesField.ts'
import {assetFields, throughLaunch} from './assetFields.ts'
import {riskInformation} from './riskInformation.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'

const sections = defineField({
  name: 'sections',
  title: 'Sections',
  type: 'array',
  group: 'content',
  description: 'What a committee asks about, in the order in which it is read.',
  of: [
    defineArrayMember({
      name: 'section',
      title: 'Section',
      type: 'object',
      fields: [
        defineField({
          name: 'kind',
          title: 'Kind',
          type: 'string',
          options: {list: VAC_SECTIONS},
          description: 'The question of the committee that it answers; it is also its heading.',
          validation: (rule) => rule.required().error('Choose what the section is about.'),
        }),
        defineField({
          name: 'body',
          title: 'Text',
          type: 'richText',
          description: 'Select words and tie them to the claim that they state.',
          validation: (rule) => rule.required().min(1).error('Write the section.'),
        }),
        claimsField({
          description: 'What the section rests on.',
          needed: 'Every section rests on at least one claim: add it.',
          citedIn: 'body',
        }),
      ],
      preview: {
        select: {kind: 'kind', claim0: 'claims.0.code', claim1: 'claims.1.code'},
        prepare: ({kind, claim0, claim1}) => ({
          title: titleOf(VAC_SECTIONS, kind) || 'Section to be chosen',
          subtitle: [claim0, claim1].filter(Boolean).join(', '),
        }),
      },
    }),
  ],
  validation: (rule) =>
    rule.required().min(1).error('Add at least one section, with the claims on which it rests.'),
})

export const vacKit = defineType({
  name: 'vacKit',
  title: 'VAC kit',
  type: 'document',
  icon: CaseIcon,
  options: {
    claimGate: {
      roles: ['marketing', 'medical', 'regulatory', 'legal'],
      side: 'content',
      firstPublish: throughLaunch,
    },
  },
  groups: [
    {name: 'content', title: 'VAC kit', default: true},
    {name: 'use', title: 'Use'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      description: 'As the committee receives it.',
      validation: (rule) => rule.required().error('Give the VAC kit a title.'),
    }),
    sections,
    objectionResponsesField({
      group: 'content',
      description: 'The objections of the committee that the kit answers.',
    }),
    riskInformation,
    ...assetFields({
      noun: 'VAC kit',
      audience:
        'Who decides on it: all of its claims must be for them. Economic claims are only for committees, payers and purchasing organisations.',
    }),
  ],
  orderings: [orderedBy('Title', 'title'), orderedBy('Ends first', 'expiresOn')],
  preview: {
    select: {title: 'title', audience: 'audience', code: 'materialCode'},
    prepare: ({title, audience, code}) => ({
      title: title || 'VAC kit without a title',
      subtitle: previewLine(titleOf(AUDIENCES, audience), code),
    }),
  },
})
