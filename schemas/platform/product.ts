import {PackageIcon} from '@sanity/icons/Package'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {DEVICE_CLASSES, MARKETS, PATHWAYS, titleOf} from '../choices.ts'
import {internalNotes} from '../objects/internalNotes.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'
import {isClassOfMarket, isOfMarket} from './clearanceRules.ts'

export const product = defineType({
  name: 'product',
  title: 'Product',
  type: 'document',
  icon: PackageIcon,
  options: {claimGate: {roles: ['regulatory', 'legal'], side: 'source'}},
  groups: [
    {name: 'identity', title: 'Identity', default: true},
    {name: 'regulatory', title: 'Regulatory'},
    {name: 'risk', title: 'Risk information'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      group: 'identity',
      description: 'Under which it is sold, in full.',
      validation: (rule) => rule.required().error('Give the name under which it is sold.'),
    }),
    defineField({
      name: 'genericName',
      title: 'Generic name',
      type: 'string',
      group: 'identity',
      description: 'What kind of device it is, in the words of its clearance.',
    }),
    defineField({
      name: 'clearances',
      title: 'Clearances and approvals',
      type: 'array',
      group: 'regulatory',
      description:
        'One for each market. “Cleared” and “approved” are never interchanged: choose the pathway exactly.',
      of: [
        defineArrayMember({
          name: 'clearance',
          title: 'Clearance',
          type: 'object',
          fields: [
            defineField({
              name: 'market',
              title: 'Market',
              type: 'string',
              options: {list: MARKETS},
              validation: (rule) => rule.required().error('Choose the market.'),
            }),
            defineField({
              name: 'deviceClass',
              title: 'Device class',
              type: 'string',
              options: {list: DEVICE_CLASSES},
              description: 'In the classes of that market.',
              validation: (rule) => rule.custom(isClassOfMarket),
            }),
            defineField({
              name: 'pathway',
              title: 'Pathway',
              type: 'string',
              options: {list: PATHWAYS},
              description: 'A 510(k) is cleared, a PMA approved, a De Novo granted.',
              validation: (rule) => [
                rule.required().error('Choose the pathway exactly as it was.'),
                rule.custom(isOfMarket),
              ],
            }),
            defineField({
              name: 'number',
              title: 'Number',
              type: 'string',
              description: 'As issued, for example a K number.',
            }),
            defineField({
              name: 'date',
              title: 'Date',
              type: 'date',
              description: 'Of the decision, not of the launch.',
            }),
            defineField({
              name: 'notifiedBody',
              title: 'Notified body',
              type: 'string',
              description: 'For a CE mark: name and four-digit number.',
            }),
          ],
          preview: {
            select: {market: 'market', pathway: 'pathway', number: 'number'},
            prepare: ({market, pathway, number}) => ({
              title:
                previewLine(titleOf(MARKETS, market), titleOf(PATHWAYS, pathway)) || 'Clearance',
              subtitle: number,
            }),
          },
        }),
      ],
      validation: (rule) =>
        rule.required().min(1).error('Add the clearance or approval of at least one market.'),
    }),
    defineField({
      name: 'rxOnly',
      title: 'Rx only',
      type: 'boolean',
      group: 'regulatory',
      initialValue: true,
      description: 'Sale is restricted to physicians or their order (USA).',
    }),
    defineField({
      name: 'intendedUse',
      title: 'Intended use',
      type: 'text',
      rows: 3,
      group: 'regulatory',
      description: 'Word for word as cleared.',
      validation: (rule) =>
        rule.required().error('Give the intended use word for word as cleared.'),
    }),
    defineField({
      name: 'contraindications',
      title: 'Contraindications',
      type: 'array',
      group: 'risk',
      of: [{type: 'string'}],
      description: 'One at a time, word for word as in the IFU.',
    }),
    defineField({
      name: 'riskInformation',
      title: 'Risk information',
      type: 'text',
      rows: 5,
      group: 'risk',
      description: 'Also called ISI. Assets show it from here; it is never retyped.',
      validation: (rule) =>
        rule.required().error('Give the risk information that every asset shows.'),
    }),
    internalNotes,
  ],
  orderings: [orderedBy('Name', 'name')],
  preview: {
    select: {name: 'name', kind: 'genericName', pathway: 'clearances.0.pathway'},
    prepare: ({name, kind, pathway}) => ({
      title: name || 'Product without a name',
      subtitle: previewLine(kind, titleOf(PATHWAYS, pathway)),
    }),
  },
})
