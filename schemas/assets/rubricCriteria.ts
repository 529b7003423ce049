import {defineArrayMember, defineField} from '@sanity/types'
import {DRIFT_KINDS, titleOf} from '../choices.ts'
import {restsOnStandingEvidence} from '../objects/evidenceRules.ts'
import {hasOneScale, weighsHundred} from './rubricRules.ts'
import {previewLine} from '../previewLine.ts'

const SHARE = 'Give the criterion its share of 100.'

const levels = defineField({
  name: 'levels',
  title: 'Levels',
  type: 'array',
  description: 'Four or five, from the weakest to the strongest.',
  of: [
    defineArrayMember({
      name: 'level',
      title: 'Level',
      type: 'object',
      fields: [
        defineField({
          name: 'label',
          title: 'Label',
          type: 'string',
          description: 'One or two words, the same in every criterion.',
          validation: (rule) => rule.required().error('Name the level.'),
        }),
        defineField({
          name: 'descriptor',
          title: 'Descriptor',
          type: 'text',
          rows: 2,
          description: 'What a coach sees or hears at this level.',
          validation: (rule) => rule.required().error('Describe what is seen or heard.'),
        }),
      ],
      preview: {
        select: {label: 'label', descriptor: 'descriptor'},
        prepare: ({label, descriptor}) => ({
          title: label || 'Level without a label',
          subtitle: descriptor,
        }),
      },
    }),
  ],
  validation: (rule) =>
    rule.required().min(4).max(5).error('Describe four or five levels, weakest first.'),
})

const driftSignals = defineField({
  name: 'driftSignals',
  title: 'Drift signals',
  type: 'array',
  description: 'What it sounds like when the message has moved.',
  of: [
    defineArrayMember({
      name: 'driftSignal',
      title: 'Drift signal',
      type: 'object',
      fields: [
        defineField({
          name: 'heard',
          title: 'Heard',
          type: 'string',
          description: 'Word for word, as it is said in the field.',
          validation: (rule) => rule.required().error('Write what is heard.'),
        }),
        defineField({
          name: 'kind',
          title: 'Kind',
          type: 'string',
          options: {list: DRIFT_KINDS},
          description: 'What is wrong with it.',
          validation: (rule) => rule.required().error('Say what kind of drift it is.'),
        }),
        defineField({
          name: 'escalate',
          title: 'Escalate',
          type: 'boolean',
          initialValue: false,
          description: 'The coach reports it the same day, rather than only coaching it.',
        }),
      ],
      preview: {
        select: {title: 'heard', kind: 'kind', escalate: 'escalate'},
        prepare: ({title, kind, escalate}) => ({
          title: title || 'Drift signal without words',
          subtitle: previewLine(titleOf(DRIFT_KINDS, kind), escalate === true ? 'Escalate' : ''),
        }),
      },
    }),
  ],
})

const criterion = defineArrayMember({
  name: 'criterion',
  title: 'Criterion',
  type: 'object',
  fields: [
    defineField({
      name: 'behaviour',
      title: 'Behaviour',
      type: 'string',
      description: 'What the coach watches for: “States the result as non-inferior”.',
      validation: (rule) => rule.required().error('Say what the coach watches for.'),
    }),
    defineField({
      name: 'anchor',
      title: 'Anchor',
      type: 'reference',
      to: [{type: 'claim'}, {type: 'objectionResponse'}],
      description: 'The claim or the objection response whose wording is coached.',
      validation: (rule) => [
        rule.required().error('Choose the claim or the objection response that is coached.'),
        rule.custom(restsOnStandingEvidence),
      ],
    }),
    levels,
    driftSignals,
    defineField({
      name: 'weight',
      title: 'Weight',
      type: 'number',
      description: 'Its share of the whole: all weights add up to 100.',
      validation: (rule) => [rule.required().error(SHARE), rule.positive().max(100).error(SHARE)],
    }),
  ],
  preview: {
    select: {
      title: 'behaviour',
      code: 'anchor.code',
      objection: 'anchor.objection',
      weight: 'weight',
    },
    prepare: ({title, code, objection, weight}) => ({
      title: title || 'Criterion without a behaviour',
      subtitle: previewLine(code ?? objection, weight),
    }),
  },
})

export const criteria = defineField({
  name: 'criteria',
  title: 'Criteria',
  type: 'array',
  group: 'content',
  description: 'Written by marketing and training together, before the first ride-along.',
  of: [criterion],
  validation: (rule) => [
    rule.required().min(1).error('Add at least one criterion, with the message that anchors it.'),
    rule.custom(weighsHundred),
    rule.custom(hasOneScale),
  ],
})
