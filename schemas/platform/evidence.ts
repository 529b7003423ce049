import {BookIcon} from '@sanity/icons/Book'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {EVIDENCE_KINDS, EVIDENCE_STATUSES, titleOf} from '../choices.ts'
import {internalNotes} from '../objects/internalNotes.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'
import {hasDistinctEndpoints, isRegistrationNumber} from './studyRules.ts'

const citation = defineField({
  name: 'citation',
  title: 'Citation',
  type: 'object',
  group: 'source',
  description: 'Complete enough for a reader to find it.',
  // Nobody looks into an object that is not there.
  validation: (rule) => rule.required().error('Give the title under which it can be found.'),
  fields: [
    defineField({name: 'authors', title: 'Authors', type: 'string'}),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('Give the title under which it can be found.'),
    }),
    defineField({
      name: 'container',
      title: 'Journal, congress or file',
      type: 'string',
      description: 'Where it appeared.',
    }),
    defineField({
      name: 'year',
      title: 'Year',
      type: 'number',
      validation: (rule) =>
        rule.integer().min(1900).max(2100).error('Give the year in four digits.'),
    }),
    defineField({name: 'volume', title: 'Volume and issue', type: 'string'}),
    defineField({name: 'pages', title: 'Pages', type: 'string'}),
    defineField({
      name: 'doi',
      title: 'DOI',
      type: 'string',
      description: 'Without https: 10.1234/abcd.',
      validation: (rule) =>
        rule
          .regex(/^10\.\d{4,9}\/\S+$/u, {name: 'DOI'})
          .error('A DOI looks like 10.1234/abcd, without https.'),
    }),
    defineField({
      name: 'documentNumber',
      title: 'Document number',
      type: 'string',
      description: 'Of a report on file or an IFU.',
    }),
    defineField({
      name: 'revision',
      title: 'Revision',
      type: 'string',
      description: 'Of a report or an IFU: another revision is another document.',
    }),
  ],
})

const study = defineField({
  name: 'study',
  title: 'Study',
  type: 'object',
  group: 'study',
  description: 'Stated in full: a claim must not say more than this.',
  fields: [
    defineField({
      name: 'design',
      title: 'Design',
      type: 'string',
      description:
        'Randomised or not, blinded or not, how many sites; the margin of non-inferiority.',
    }),
    defineField({
      name: 'population',
      title: 'Population',
      type: 'string',
      description: 'Who was studied; a claim is about them.',
    }),
    defineField({
      name: 'n',
      title: 'n',
      type: 'number',
      description: 'All patients, users or samples, both arms together.',
      validation: (rule) => rule.integer().positive().error('Give n as a whole number above 0.'),
    }),
    defineField({
      name: 'comparator',
      title: 'Comparator',
      type: 'string',
      description: 'What it was compared with; “None” for a single arm.',
    }),
    defineField({
      name: 'followUp',
      title: 'Follow-up',
      type: 'string',
      description: 'How long each was watched: “to PACU discharge”.',
    }),
    defineField({
      name: 'analysisSet',
      title: 'Analysis set',
      type: 'string',
      description: 'Intention to treat, per protocol, all enrolled; with the number in each arm.',
    }),
    defineField({
      name: 'endpoints',
      title: 'Endpoints',
      type: 'array',
      of: [{type: 'endpoint'}],
      description: 'Numbers are typed here once: proof points show them from here.',
      validation: (rule) => rule.custom(hasDistinctEndpoints),
    }),
    defineField({
      name: 'limitations',
      title: 'Limitations',
      type: 'text',
      rows: 3,
      description: 'As its authors state them; a qualifier often comes from here.',
    }),
    defineField({
      name: 'funding',
      title: 'Funding',
      type: 'string',
      description: 'Who paid for it.',
    }),
  ],
})

export const evidence = defineType({
  name: 'evidence',
  title: 'Evidence',
  type: 'document',
  icon: BookIcon,
  options: {
    claimGate: {
      roles: ['medical'],
      carryRoles: ['marketing', 'medical', 'regulatory'],
      side: 'source',
    },
  },
  groups: [
    {name: 'source', title: 'Source', default: true},
    {name: 'study', title: 'Study'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Short name',
      type: 'string',
      group: 'source',
      description: 'How people call it: “KEL-101”.',
      validation: (rule) => rule.required().error('Give the name by which people call it.'),
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      group: 'source',
      options: {list: EVIDENCE_KINDS},
      description: 'What it is, not where it was published.',
      validation: (rule) => rule.required().error('Choose what kind of evidence it is.'),
    }),
    defineField({
      name: 'status',
      title: 'Status',
      type: 'string',
      group: 'source',
      options: {list: EVIDENCE_STATUSES},
      initialValue: 'current',
      description: 'Retracted evidence may not be used anywhere.',
      validation: (rule) => rule.required().error('Say whether it stands.'),
    }),
    citation,
    defineField({
      name: 'registrations',
      title: 'Registrations',
      type: 'array',
      group: 'source',
      description: 'Where the study was registered before it began.',
      of: [
        defineArrayMember({
          name: 'registration',
          title: 'Registration',
          type: 'object',
          fields: [
            defineField({
              name: 'registry',
              title: 'Registry',
              type: 'string',
              validation: (rule) => rule.required().error('Name the registry.'),
            }),
            defineField({
              name: 'id',
              title: 'Number',
              type: 'string',
              description: 'As the registry gives it: NCT and eight digits at ClinicalTrials.gov.',
              validation: (rule) => [
                rule.required().error('Give the registration number.'),
                rule.custom(isRegistrationNumber),
              ],
            }),
          ],
          preview: {
            select: {id: 'id', registry: 'registry'},
            prepare: ({id, registry}) => ({
              title: id || 'Registration without a number',
              subtitle: registry,
            }),
          },
        }),
      ],
    }),
    study,
    defineField({
      name: 'file',
      title: 'File',
      type: 'file',
      group: 'source',
      options: {accept: 'application/pdf'},
      description: 'The full text, where the licence allows it.',
    }),
    internalNotes,
  ],
  orderings: [orderedBy('Short name', 'title'), orderedBy('Newest first', 'citation.year', 'desc')],
  preview: {
    select: {title: 'title', kind: 'kind', status: 'status', year: 'citation.year'},
    prepare: ({title, kind, status, year}) => ({
      title: title || 'Evidence without a name',
      subtitle: previewLine(
        titleOf(EVIDENCE_KINDS, kind),
        year,
        status === 'current' ? undefined : titleOf(EVIDENCE_STATUSES, status),
      ),
    }),
  },
})
