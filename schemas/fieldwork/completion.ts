import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {defineField, defineType} from '@sanity/types'
import {COMPLETION_KINDS, titleOf} from '../choices.ts'
import {previewLine} from '../previewLine.ts'
import {dayField} from './dayField.ts'
import {fingerprintField} from './inForceFields.ts'
import {launchField} from './launchField.ts'
import {speakerFields} from './speakerFields.ts'
import {orderedBy} from '../orderedBy.ts'

/** Who completed which module on which wording: readiness is counted on the wording in force. */
export const completion = defineType({
  name: 'completion',
  title: 'Completion',
  type: 'document',
  icon: CheckmarkIcon,
  groups: [
    {name: 'result', title: 'Result', default: true},
    {name: 'context', title: 'Context'},
  ],
  fields: [
    launchField('The launch for which it counts.'),
    defineField({
      name: 'module',
      title: 'Module',
      type: 'reference',
      to: [{type: 'lmsModule'}],
      group: 'result',
      description: 'What was completed.',
      validation: (rule) => rule.required().error('Choose the module that was completed.'),
    }),
    fingerprintField({
      group: 'result',
      description:
        'The wording of the module as it was completed: when it changes, this shows who learned the old one.',
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      group: 'result',
      options: {list: COMPLETION_KINDS},
      description: 'In which form it was completed.',
      validation: (rule) => rule.required().error('Say in which form it was completed.'),
    }),
    defineField({
      name: 'score',
      title: 'Score',
      type: 'number',
      group: 'result',
      description: 'Scaled, from 0 to 1, as the mastery score of the module is.',
      validation: (rule) =>
        rule.min(0).max(1).error('Give the score as a part of 1: 0.8 for eighty per cent.'),
    }),
    defineField({
      name: 'passed',
      title: 'Passed',
      type: 'boolean',
      group: 'result',
      description: 'Whether the learner reached what the module asks for.',
      validation: (rule) => rule.required().error('Say whether it was passed.'),
    }),
    dayField({
      name: 'completedOn',
      title: 'Completed on',
      description: 'The day on which it was completed.',
      needed: 'Say on which day it was completed.',
    }),
    ...speakerFields,
  ],
  orderings: [orderedBy('Newest first', 'completedOn', 'desc')],
  preview: {
    select: {
      module: 'module.title',
      rep: 'repCode',
      kind: 'kind',
      passed: 'passed',
      on: 'completedOn',
    },
    prepare: ({module, rep, kind, passed, on}) => ({
      title: module || 'Completion without a module',
      subtitle: previewLine(
        rep,
        titleOf(COMPLETION_KINDS, kind),
        passed === undefined ? '' : passed ? 'Passed' : 'Not passed',
        on,
      ),
    }),
  },
})
