import {LinkIcon} from '@sanity/icons/Link'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

/** Text in which words can be tied to the claim that they state. */
export const richText = defineType({
  name: 'richText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{title: 'Text', value: 'normal'}],
      lists: [{title: 'Bullets', value: 'bullet'}],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
        ],
        annotations: [
          defineArrayMember({
            name: 'claimReference',
            title: 'Claim',
            type: 'object',
            icon: LinkIcon,
            fields: [
              defineField({
                name: 'claim',
                title: 'Claim',
                type: 'reference',
                to: [{type: 'claim'}],
                description: 'The claim that these words state.',
                validation: (rule) =>
                  rule.required().error('Choose the claim that these words state.'),
              }),
            ],
            preview: {
              select: {code: 'claim.code', statement: 'claim.statement'},
              prepare: ({code, statement}) => ({
                title: code || 'Claim to be chosen',
                subtitle: statement,
              }),
            },
          }),
        ],
      },
    }),
  ],
})
