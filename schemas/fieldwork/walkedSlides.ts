import {defineArrayMember, defineField} from '@sanity/types'
import {STEP_OUTCOMES, titleOf} from '../choices.ts'
import {previewLine} from '../previewLine.ts'
import {distinctBy, namesNoPatient} from './fieldRules.ts'
import {saidField} from './saidField.ts'
import {hasNoteWhereOffScript, isOfDeck, walksCoreSlides} from './walkRules.ts'

const step = defineArrayMember({
  name: 'walkStep',
  title: 'Slide',
  type: 'object',
  fields: [
    defineField({
      name: 'slide',
      title: 'Slide',
      type: 'reference',
      to: [{type: 'deckSlide'}],
      description: 'A slide of the deck.',
      validation: (rule) => [
        rule.required().error('Choose the slide.'),
        rule.custom(isOfDeck).warning(),
      ],
    }),
    defineField({
      name: 'outcome',
      title: 'Outcome',
      type: 'string',
      options: {list: STEP_OUTCOMES, layout: 'radio', direction: 'horizontal'},
      description: 'Only a core slide that is skipped counts as a gap.',
      validation: (rule) => rule.required().error('Say how the slide was walked.'),
    }),
    defineField({
      name: 'note',
      title: 'Note',
      type: 'text',
      rows: 2,
      description: 'What was said instead, or why it was skipped. No details of patients.',
      validation: (rule) => [
        rule.custom(hasNoteWhereOffScript),
        rule.custom(namesNoPatient).warning(),
      ],
    }),
  ],
  preview: {
    select: {headline: 'slide.headline', outcome: 'outcome', note: 'note'},
    prepare: ({headline, outcome, note}) => ({
      title: headline || 'Slide without a headline',
      subtitle: previewLine(titleOf(STEP_OUTCOMES, outcome), note),
    }),
  },
})

export const steps = defineField({
  name: 'steps',
  title: 'Slides',
  type: 'array',
  group: 'walk',
  description: 'In the order of the walk, each slide once, with what became of it.',
  of: [step],
  validation: (rule) => [
    rule.required().min(1).error('Note at least one slide, with what became of it.'),
    rule.custom(distinctBy('slide', 'A slide stands here twice: keep one entry for each slide.')),
    rule.custom(walksCoreSlides).warning(),
  ],
})

/** What somebody says between the slides is a message as well, and often the one that works. */
export const additions = defineField({
  name: 'additions',
  title: 'Additions',
  type: 'array',
  group: 'walk',
  description: 'What was said that stands on no slide.',
  of: [
    defineArrayMember({
      name: 'walkAddition',
      title: 'Addition',
      type: 'object',
      fields: [
        defineField({
          name: 'afterSlide',
          title: 'After slide',
          type: 'reference',
          to: [{type: 'deckSlide'}],
          description: 'The slide after which it was said; empty before the first.',
        }),
        saidField,
        defineField({
          name: 'claim',
          title: 'Matching claim',
          type: 'reference',
          weak: true,
          to: [{type: 'claim'}],
          description: 'The claim that it states or comes close to; empty where there is none.',
        }),
      ],
      preview: {
        select: {said: 'said', headline: 'afterSlide.headline', code: 'claim.code'},
        prepare: ({said, headline, code}) => ({
          title: said || 'Addition without words',
          subtitle: previewLine(headline ? `after ${headline}` : 'before the first slide', code),
        }),
      },
    }),
  ],
})
