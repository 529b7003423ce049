import {PresentationIcon} from '@sanity/icons/Presentation'
import {defineField, defineType} from '@sanity/types'
import {LEARNERS, titleOf} from '../choices.ts'
import {previewLine} from '../previewLine.ts'
import {dayField} from './dayField.ts'
import {sealCodeField} from './inForceFields.ts'
import {launchField} from './launchField.ts'
import {speakerFields} from './speakerFields.ts'
import {tasks} from './tasks.ts'
import {additions, steps} from './walkedSlides.ts'
import {orderedBy} from '../orderedBy.ts'

/** Somebody is asked to walk through the deck as in front of a customer; what differs is written down. */
export const deckWalk = defineType({
  name: 'deckWalk',
  title: 'Deck walk',
  type: 'document',
  icon: PresentationIcon,
  groups: [
    {name: 'walk', title: 'Walk', default: true},
    {name: 'context', title: 'Context'},
    {name: 'tasks', title: 'Tasks'},
  ],
  fields: [
    launchField('The launch whose deck is walked.'),
    defineField({
      name: 'deck',
      title: 'Deck',
      type: 'reference',
      to: [{type: 'deck'}],
      group: 'walk',
      description: 'The deck as it is in force, and not a copy of it.',
      validation: (rule) => rule.required().error('Choose the deck that was walked.'),
    }),
    sealCodeField({
      name: 'sealCode',
      group: 'walk',
      description: 'As it is printed on the deck that was walked: it says which version that was.',
      needed: 'Give the code on the deck that was walked.',
    }),
    dayField({
      name: 'walkedOn',
      title: 'Walked on',
      description: 'The day of the walk.',
      needed: 'Say on which day it was.',
    }),
    ...speakerFields,
    steps,
    additions,
    tasks,
  ],
  orderings: [orderedBy('Newest first', 'walkedOn', 'desc')],
  preview: {
    select: {deck: 'deck.title', rep: 'repCode', role: 'speakerRole', on: 'walkedOn'},
    prepare: ({deck, rep, role, on}) => ({
      title: previewLine('Walk', deck),
      subtitle: previewLine(rep, titleOf(LEARNERS, role), on),
    }),
  },
})
