import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from '@sanity/types'

export const substantiation = defineType({
  name: 'substantiation',
  title: 'Substantiation',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'evidence',
      title: 'Evidence',
      type: 'reference',
      to: [{type: 'evidence'}],
      description: 'The source that supports the claim.',
      validation: (rule) => rule.required().error('Choose the evidence that supports the claim.'),
    }),
    defineField({
      name: 'locator',
      title: 'Locator',
      type: 'locator',
      description:
        'The exact place in the evidence, so that a reviewer finds it without searching.',
      validation: (rule) =>
        rule.required().error('Give the page, table, figure or quote on which the claim rests.'),
    }),
  ],
  preview: {
    select: {
      title: 'evidence.title',
      page: 'locator.page',
      table: 'locator.table',
      figure: 'locator.figure',
    },
    prepare: ({title, page, table, figure}) => ({
      title: title || 'Evidence to be chosen',
      subtitle: [page && `page ${page}`, table && `table ${table}`, figure && `figure ${figure}`]
        .filter(Boolean)
        .join(', '),
    }),
  },
})
