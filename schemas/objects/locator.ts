import {defineField, defineType} from '@sanity/types'
import {previewLine} from '../previewLine.ts'

export const locator = defineType({
  name: 'locator',
  title: 'Locator',
  type: 'object',
  description: 'The exact place in the evidence, so that a reviewer finds it without searching.',
  options: {columns: 2},
  fields: [
    defineField({name: 'page', title: 'Page', type: 'string'}),
    defineField({name: 'table', title: 'Table', type: 'string'}),
    defineField({
      name: 'figure',
      title: 'Figure',
      type: 'string',
      description: 'With its panel: 2b.',
    }),
    defineField({
      name: 'quote',
      title: 'Quote',
      type: 'text',
      rows: 2,
      description: 'Word for word.',
    }),
  ],
  preview: {
    select: {page: 'page', table: 'table', figure: 'figure', quote: 'quote'},
    prepare: ({page, table, figure, quote}) => ({
      title:
        previewLine(
          page && `page ${page}`,
          table && `table ${table}`,
          figure && `figure ${figure}`,
        ) ||
        quote ||
        'Place to be given',
    }),
  },
  validation: (rule) =>
    rule.custom((value?: Readonly<Record<string, unknown>>) => {
      const given = ['page', 'table', 'figure', 'quote'].some(
        (name) => typeof value?.[name] === 'string' && value[name] !== '',
      )
      return given || 'Give the page, table, figure or quote on which the claim rests.'
    }),
})
