import {PlayIcon} from '@sanity/icons/Play'
import {defineField, defineType} from '@sanity/types'
import {AUDIENCES, titleOf} from '../choices.ts'
import {assetFields, throughLaunch} from './assetFields.ts'
import {learners} from './learners.ts'
import {assessment, masteryScore} from './moduleAssessment.ts'
import {lessons, objectives} from './moduleLessons.ts'
import {packaging} from './modulePackage.ts'
import {practice} from './modulePractice.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'

export const lmsModule = defineType({
  name: 'lmsModule',
  title: 'LMS module',
  type: 'document',
  icon: PlayIcon,
  options: {
    claimGate: {
      roles: ['training', 'marketing', 'medical', 'regulatory'],
      side: 'training',
      firstPublish: throughLaunch,
    },
  },
  groups: [
    {name: 'content', title: 'Module', default: true},
    {name: 'practice', title: 'Practice'},
    {name: 'assessment', title: 'Assessment'},
    {name: 'lms', title: 'LMS'},
    {name: 'use', title: 'Use'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      description: 'As learners see it.',
      validation: (rule) => rule.required().error('Give the module a title.'),
    }),
    defineField({
      name: 'brief',
      title: 'Brief',
      type: 'reference',
      to: [{type: 'brief'}],
      group: 'use',
      description: 'The brief that content and training share.',
      options: {material: false},
    }),
    objectives,
    lessons,
    practice,
    assessment,
    masteryScore,
    ...packaging,
    learners,
    ...assetFields({
      noun: 'module',
      audience: 'The customer with whom learners practise: all of its claims must be for them.',
    }),
  ],
  orderings: [orderedBy('Title', 'title'), orderedBy('Ends first', 'expiresOn')],
  preview: {
    select: {title: 'title', audience: 'audience', version: 'version'},
    prepare: ({title, audience, version}) => ({
      title: title || 'Module without a title',
      subtitle: previewLine(titleOf(AUDIENCES, audience), version),
    }),
  },
})
