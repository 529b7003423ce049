import {TaskIcon} from '@sanity/icons/Task'
import {defineField, defineType} from '@sanity/types'
import {AUDIENCES, titleOf} from '../choices.ts'
import {assetFields, throughLaunch} from './assetFields.ts'
import {learners} from './learners.ts'
import {criteria} from './rubricCriteria.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'

export const coachingRubric = defineType({
  name: 'coachingRubric',
  title: 'Coaching rubric',
  type: 'document',
  icon: TaskIcon,
  options: {
    claimGate: {
      roles: ['marketing', 'training', 'regulatory'],
      side: 'training',
      firstPublish: throughLaunch,
    },
  },
  groups: [
    {name: 'content', title: 'Rubric', default: true},
    {name: 'use', title: 'Use'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      description: 'As it is printed on the form.',
      validation: (rule) => rule.required().error('Give the rubric a title.'),
    }),
    criteria,
    learners,
    defineField({
      name: 'firstRideAlongOn',
      title: 'First ride-along',
      type: 'date',
      group: 'use',
      description: 'The rubric must be in force before this day.',
      options: {material: false},
    }),
    ...assetFields({
      noun: 'rubric',
      audience: 'The customer in front of whom learners are coached: all claims must be for them.',
    }),
  ],
  orderings: [
    orderedBy('Title', 'title'),
    orderedBy('First ride-along', 'firstRideAlongOn'),
    orderedBy('Ends first', 'expiresOn'),
  ],
  preview: {
    select: {title: 'title', audience: 'audience', on: 'firstRideAlongOn'},
    prepare: ({title, audience, on}) => ({
      title: title || 'Rubric without a title',
      subtitle: previewLine(titleOf(AUDIENCES, audience), on && `first ride-along ${on}`),
    }),
  },
})
