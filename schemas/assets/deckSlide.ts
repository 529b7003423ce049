import {PresentationIcon} from '@sanity/icons/Presentation'
import {defineField, defineType} from '@sanity/types'
import {SLIDE_KINDS, titleOf} from '../choices.ts'
import {listsClaimsCitedIn} from '../objects/claimUseRules.ts'
import {restsOnStandingEvidence} from '../objects/evidenceRules.ts'
import {objectionResponsesField} from '../objects/objectionResponsesField.ts'
import {assetFields, throughLaunch} from './assetFields.ts'
import {givesRiskInformation, hasClaims} from './slideRules.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'

export const deckSlide = defineType({
  name: 'deckSlide',
  title: 'Deck slide',
  type: 'document',
  icon: PresentationIcon,
  options: {
    claimGate: {
      roles: ['marketing', 'medical', 'regulatory'],
      side: 'content',
      firstPublish: throughLaunch,
    },
  },
  groups: [
    {name: 'slide', title: 'Slide', default: true},
    {name: 'use', title: 'Use'},
    {name: 'artwork', title: 'Artwork'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      group: 'slide',
      options: {list: SLIDE_KINDS},
      description: 'A title may stand without a claim; a deck needs one slide of risk information.',
      initialValue: 'message',
      validation: (rule) => rule.required().error('Choose what kind of slide it is.'),
    }),
    defineField({
      name: 'headline',
      title: 'Headline',
      type: 'string',
      group: 'slide',
      description:
        'Where it states a claim: in its approved words, or one of its approved shorter wordings.',
      validation: (rule) => rule.required().error('Give the slide its headline.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'richText',
      group: 'slide',
      description: 'Select words and tie them to the claim that they state.',
      validation: (rule) => rule.custom(givesRiskInformation),
    }),
    defineField({
      name: 'claims',
      title: 'Claims',
      type: 'array',
      group: 'slide',
      of: [{type: 'reference', to: [{type: 'claim'}]}],
      description:
        'What the slide rests on. When one of these changes, the slide is withheld until it was reviewed again.',
      validation: (rule) => [
        rule.unique().error('A claim stands here twice: keep one.'),
        rule.custom(hasClaims),
        rule.custom(listsClaimsCitedIn('body')),
        rule.custom(restsOnStandingEvidence),
      ],
    }),
    objectionResponsesField({
      group: 'slide',
      description: 'The objections that the slide answers.',
    }),
    defineField({
      name: 'speakerNotes',
      title: 'Speaker notes',
      type: 'text',
      rows: 4,
      group: 'slide',
      description: 'Said aloud: reviewed like the slide itself.',
    }),
    defineField({
      name: 'visual',
      title: 'Picture',
      type: 'image',
      group: 'artwork',
      options: {hotspot: true},
      description: 'An image can be a claim: it is reviewed like the words.',
      fields: [
        defineField({
          name: 'alt',
          title: 'Alternative text',
          type: 'string',
          description: 'What the picture says to somebody who cannot see it.',
          validation: (rule) =>
            rule.custom((alt, {parent}) => {
              const hasPicture = typeof parent === 'object' && parent !== null && 'asset' in parent
              return (
                !hasPicture || (typeof alt === 'string' && alt !== '') || 'Describe the picture.'
              )
            }),
        }),
      ],
    }),
    defineField({
      name: 'artwork',
      title: 'Final artwork',
      type: 'object',
      group: 'artwork',
      description: 'The designed page that reps carry, when it was made outside.',
      fields: [
        defineField({
          name: 'pptx',
          title: 'PowerPoint file',
          type: 'file',
          options: {accept: '.pptx'},
          description: 'The finished file, in which this slide is one page.',
        }),
        defineField({
          name: 'page',
          title: 'Page',
          type: 'number',
          description: 'Where the slide stands in the file, from 1.',
          validation: (rule) =>
            rule.integer().positive().error('Give the page as a whole number from 1.'),
        }),
        defineField({
          name: 'picture',
          title: 'Picture of the page',
          type: 'image',
          description: 'As it looks on screen: reviewers and learners see this.',
        }),
      ],
    }),
    ...assetFields({
      noun: 'slide',
      audience: 'Who sees the slide: everybody whom all of its claims are for.',
    }),
  ],
  orderings: [
    orderedBy('Material code', 'materialCode'),
    orderedBy('Headline', 'headline'),
    orderedBy('Ends first', 'expiresOn'),
  ],
  preview: {
    select: {
      title: 'headline',
      kind: 'kind',
      claim0: 'claims.0.code',
      claim1: 'claims.1.code',
      claim2: 'claims.2.code',
      media: 'visual',
    },
    prepare: ({title, kind, claim0, claim1, claim2, media}) => ({
      title: title || 'Slide without a headline',
      subtitle: previewLine(
        titleOf(SLIDE_KINDS, kind),
        [claim0, claim1, claim2].filter(Boolean).join(', '),
      ),
      media,
    }),
  },
})
