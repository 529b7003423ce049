import {PresentationIcon} from '@sanity/icons/Presentation'
import {defineField, defineType} from '@sanity/types'
import {AUDIENCES, MARKETS, SLIDE_KINDS, titleOf} from '../choices.ts'
import {isWithinAudiences, isWithinMarkets, restsOnStandingEvidence} from './claimUseRules.ts'
import {hasClaims, listsAnnotatedClaims} from './slideRules.ts'
import {internalNotes} from '../objects/internalNotes.ts'

export const deckSlide = defineType({
  name: 'deckSlide',
  title: 'Deck slide',
  type: 'document',
  icon: PresentationIcon,
  options: {claimGate: {roles: ['marketing', 'medical', 'regulatory'], side: 'content'}},
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
        rule.unique(),
        rule.custom(hasClaims),
        rule.custom(listsAnnotatedClaims),
        rule.custom(restsOnStandingEvidence),
      ],
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
        }),
        defineField({
          name: 'page',
          title: 'Page',
          type: 'number',
          validation: (rule) => rule.integer().positive(),
        }),
        defineField({name: 'picture', title: 'Picture of the page', type: 'image'}),
      ],
    }),
    defineField({
      name: 'audience',
      title: 'Audience',
      type: 'string',
      group: 'use',
      options: {list: AUDIENCES},
      description: 'Who sees the slide: everybody whom all of its claims are for.',
      validation: (rule) => [
        rule.required().error('Say for whom the slide is.'),
        rule.custom(isWithinAudiences),
      ],
    }),
    defineField({
      name: 'markets',
      title: 'Markets',
      type: 'array',
      group: 'use',
      of: [{type: 'string'}],
      options: {list: MARKETS},
      validation: (rule) => [
        rule.required().min(1).error('Say in which markets the slide is used.'),
        rule.custom(isWithinMarkets),
      ],
    }),
    defineField({
      name: 'expiresOn',
      title: 'Last day in force',
      type: 'date',
      group: 'use',
      description: 'After this day the slide is not delivered.',
    }),
    defineField({
      name: 'materialCode',
      title: 'Material code',
      type: 'string',
      group: 'internal',
      description: 'The approval number that is printed on it.',
      options: {material: false},
    }),
    defineField({
      name: 'externalApproval',
      title: 'Approval in another system',
      type: 'object',
      group: 'internal',
      options: {material: false, columns: 2},
      fields: [
        defineField({name: 'system', title: 'System', type: 'string'}),
        defineField({name: 'documentNumber', title: 'Document number', type: 'string'}),
        defineField({name: 'version', title: 'Version', type: 'string'}),
        defineField({name: 'approvedOn', title: 'Approved on', type: 'date'}),
        defineField({name: 'fileHash', title: 'Hash of the file', type: 'string'}),
      ],
    }),
    internalNotes,
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
      title,
      subtitle: [titleOf(SLIDE_KINDS, kind), [claim0, claim1, claim2].filter(Boolean).join(', ')]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
