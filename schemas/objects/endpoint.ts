import {defineField, defineType} from '@sanity/types'
import {ENDPOINT_TYPES, titleOf} from '../choices.ts'
import {previewLine} from '../previewLine.ts'

export const endpoint = defineType({
  name: 'endpoint',
  title: 'Endpoint',
  type: 'object',
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'What was measured; proof points find the endpoint by this name.',
      validation: (rule) => rule.required().error('Name the endpoint.'),
    }),
    defineField({
      name: 'type',
      title: 'Type',
      type: 'string',
      options: {list: ENDPOINT_TYPES},
      description: 'As planned beforehand; what was found later is post hoc.',
      validation: (rule) => rule.required().error('Say which kind of endpoint it was.'),
    }),
    defineField({
      name: 'timepoint',
      title: 'Time point',
      type: 'string',
      description: 'When it was measured.',
    }),
    defineField({
      name: 'result',
      title: 'Result',
      type: 'string',
      description: 'Both arms and the difference, as published, with units.',
      validation: (rule) => rule.required().error('Give the result as published.'),
    }),
    defineField({
      name: 'ci',
      title: 'Confidence interval',
      type: 'string',
      description: 'With its level: “95% CI −0.06 to 0.10”.',
    }),
    defineField({
      name: 'pValue',
      title: 'p-value',
      type: 'string',
      description: 'As published: “p<0.001”.',
    }),
  ],
  preview: {
    select: {title: 'name', type: 'type', result: 'result'},
    prepare: ({title, type, result}) => ({
      title: title || 'Endpoint without a name',
      subtitle: previewLine(titleOf(ENDPOINT_TYPES, type), result),
    }),
  },
})
