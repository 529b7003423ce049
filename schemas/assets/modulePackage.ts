import {defineField} from '@sanity/types'
import {MOVE_ON, PACKAGE_STANDARDS, RETRAINING} from '../choices.ts'
import {isGivenForCmi5, isGivenForFile} from './moduleRules.ts'

const builtPackage = defineField({
  name: 'package',
  title: 'Package',
  type: 'object',
  group: 'lms',
  description: 'What was built of the storyboard in an authoring tool; it is reviewed with it.',
  fields: [
    defineField({
      name: 'file',
      title: 'File',
      type: 'file',
      options: {accept: '.zip'},
      description: 'As it is loaded into the LMS.',
    }),
    defineField({
      name: 'standard',
      title: 'Standard',
      type: 'string',
      options: {list: PACKAGE_STANDARDS},
      description: 'How the package reports to the LMS.',
      validation: (rule) => rule.custom(isGivenForFile),
    }),
  ],
})

const moveOn = defineField({
  name: 'moveOn',
  title: 'Move on',
  type: 'string',
  group: 'lms',
  options: {list: MOVE_ON},
  description: 'When a learner is done, in the terms of cmi5.',
  validation: (rule) => rule.custom(isGivenForCmi5),
})

/** How a module is built, numbered and played. */
export const packaging = [
  builtPackage,
  moveOn,
  defineField({
    name: 'version',
    title: 'Version',
    type: 'string',
    group: 'lms',
    description: 'As the LMS shows it.',
    options: {material: false},
  }),
  defineField({
    name: 'lmsId',
    title: 'LMS id',
    type: 'string',
    group: 'lms',
    description: 'Under which the LMS keeps it: completions are matched by it.',
    options: {material: false},
  }),
  defineField({
    name: 'durationMinutes',
    title: 'Duration in minutes',
    type: 'number',
    group: 'lms',
    description: 'How long a learner takes, practice included.',
    options: {material: false},
    validation: (rule) => rule.positive().error('Give the duration in minutes.'),
  }),
  defineField({
    name: 'retrainOnChange',
    title: 'Train again after a change',
    type: 'string',
    group: 'lms',
    initialValue: 'decide',
    description: 'Whether those who completed it must do so again when its wording changes.',
    options: {list: RETRAINING, material: false},
    validation: (rule) =>
      rule.required().error('Say what a change means for those who completed it.'),
  }),
]
