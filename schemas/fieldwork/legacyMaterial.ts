import {ArchiveIcon} from '@sanity/icons/Archive'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {STATEMENT_VERDICTS, titleOf} from '../choices.ts'
import {previewLine} from '../previewLine.ts'
import {launchField} from './launchField.ts'
import {namesClaimOrNone} from './statementRules.ts'
import {orderedBy} from '../orderedBy.ts'

const statements = defineField({
  name: 'statements',
  title: 'Statements',
  type: 'array',
  group: 'material',
  description: 'What the material says, one statement at a time, and whether a claim says it.',
  of: [
    defineArrayMember({
      name: 'statement',
      title: 'Statement',
      type: 'object',
      fields: [
        defineField({
          name: 'locator',
          title: 'Place',
          type: 'string',
          description: 'Where it stands in the material: “slide 4”, “page 2, box”.',
          validation: (rule) => rule.required().error('Say where in the material it stands.'),
        }),
        defineField({
          name: 'text',
          title: 'Text',
          type: 'text',
          rows: 2,
          description: 'Word for word.',
          validation: (rule) => rule.required().error('Write the statement word for word.'),
        }),
        defineField({
          name: 'claim',
          title: 'Claim',
          type: 'reference',
          weak: true,
          to: [{type: 'claim'}],
          description: 'The claim that it comes closest to; empty where it matches nothing.',
          validation: (rule) => rule.custom(namesClaimOrNone),
        }),
        defineField({
          name: 'verdict',
          title: 'Verdict',
          type: 'string',
          options: {list: STATEMENT_VERDICTS},
          description: 'What a person found who compared the two; a suggestion is not a verdict.',
          validation: (rule) => rule.required().error('Say how the statement stands to the claim.'),
        }),
      ],
      preview: {
        select: {text: 'text', locator: 'locator', verdict: 'verdict', code: 'claim.code'},
        prepare: ({text, locator, verdict, code}) => ({
          title: text || 'Statement without words',
          subtitle: previewLine(locator, titleOf(STATEMENT_VERDICTS, verdict), code),
        }),
      },
    }),
  ],
})

/** What reps carried before: do its statements trace back to the same document? */
export const legacyMaterial = defineType({
  name: 'legacyMaterial',
  title: 'Legacy material',
  type: 'document',
  icon: ArchiveIcon,
  groups: [
    {name: 'material', title: 'Material', default: true},
    {name: 'context', title: 'Context'},
  ],
  fields: [
    launchField('The launch for which it is compared.'),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'material',
      description: 'As people know it, with its year or code.',
      validation: (rule) => rule.required().error('Give the material a title.'),
    }),
    defineField({
      name: 'file',
      title: 'File',
      type: 'file',
      group: 'material',
      options: {accept: '.pptx,.docx,.pdf,.txt'},
      description: 'As it was carried. No details of patients.',
    }),
    statements,
  ],
  orderings: [orderedBy('Title', 'title')],
  preview: {
    select: {title: 'title', launch: 'launch.title', first: 'statements.0.text'},
    prepare: ({title, launch, first}) => ({
      title: title || 'Material without a title',
      subtitle: previewLine(launch, first || 'no statement yet'),
    }),
  },
})
