import {ProjectsIcon} from '@sanity/icons/Projects'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {AUDIENCES, SLIDE_KINDS, SLIDE_USES, titleOf} from '../choices.ts'
import {assetFields, throughLaunch} from './assetFields.ts'
import {alwaysShowsRiskInformation, hasDistinctSlides, showsRiskInformation} from './deckRules.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'
import {restsOnStandingEvidence} from '../objects/evidenceRules.ts'

const slides = defineField({
  name: 'slides',
  title: 'Slides',
  type: 'array',
  group: 'content',
  description:
    'In the order in which they are shown: order makes an impression, and is signed. One of them gives the risk information.',
  of: [
    defineArrayMember({
      name: 'deckEntry',
      title: 'Slide',
      type: 'object',
      fields: [
        defineField({
          name: 'slide',
          title: 'Slide',
          type: 'reference',
          to: [{type: 'deckSlide'}],
          description:
            'Reviewed for itself; the deck is reviewed for what is in it and in which order.',
          validation: (rule) => rule.required().error('Choose the slide.'),
        }),
        defineField({
          name: 'use',
          title: 'Use',
          type: 'string',
          options: {list: SLIDE_USES, layout: 'radio', direction: 'horizontal'},
          initialValue: 'core',
          description: 'Only a core slide that is skipped in the field counts as a gap.',
          validation: (rule) => rule.required().error('Say whether the slide is always shown.'),
        }),
      ],
      preview: {
        select: {title: 'slide.headline', kind: 'slide.kind', use: 'use', media: 'slide.visual'},
        prepare: ({title, kind, use, media}) => ({
          title: title || 'Slide to be chosen',
          subtitle: previewLine(titleOf(SLIDE_KINDS, kind), titleOf(SLIDE_USES, use)),
          media,
        }),
      },
    }),
  ],
  validation: (rule) => [
    rule
      .required()
      .min(1)
      .error('Add the slides of the deck: the claims that it makes come in with them.'),
    rule.custom(hasDistinctSlides),
    rule.custom(showsRiskInformation),
    rule.custom(alwaysShowsRiskInformation).warning(),
    rule.custom(restsOnStandingEvidence),
  ],
})

export const deck = defineType({
  name: 'deck',
  title: 'Deck',
  type: 'document',
  icon: ProjectsIcon,
  options: {
    claimGate: {
      roles: ['marketing', 'medical', 'regulatory'],
      side: 'content',
      firstPublish: throughLaunch,
    },
  },
  groups: [
    {name: 'content', title: 'Deck', default: true},
    {name: 'use', title: 'Use'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      description: 'How reps find it.',
      validation: (rule) => rule.required().error('Give the deck a title.'),
    }),
    slides,
    ...assetFields({
      noun: 'deck',
      audience: 'Who sees the deck: everybody whom all of its slides are for.',
    }),
  ],
  orderings: [orderedBy('Title', 'title'), orderedBy('Ends first', 'expiresOn')],
  preview: {
    select: {title: 'title', audience: 'audience', code: 'materialCode'},
    prepare: ({title, audience, code}) => ({
      title: title || 'Deck without a title',
      subtitle: previewLine(titleOf(AUDIENCES, audience), code),
    }),
  },
})
