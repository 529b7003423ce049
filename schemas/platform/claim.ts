import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {AUDIENCES, CLAIM_CATEGORIES, LABEL_STATUSES, MARKETS, titleOf} from '../choices.ts'
import {restsOnStandingEvidence, restsOnUndoubtedEvidence} from '../objects/evidenceRules.ts'
import {internalNotes} from '../objects/internalNotes.ts'
import {isProductOf} from '../objects/productRules.ts'
import {CLAIM_CODE} from './claimCode.ts'
import {
  hasDistinctMarkets,
  hasRationale,
  isAllowedAudience,
  isUniqueCode,
  nextFreeCode,
} from './claimRules.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'

const authorizations = defineField({
  name: 'authorizations',
  title: 'Authorizations',
  type: 'array',
  group: 'use',
  description: 'Where the claim may be made, and why the label allows it.',
  of: [
    defineArrayMember({
      name: 'authorization',
      title: 'Authorization',
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
          name: 'labelStatus',
          title: 'Label status',
          type: 'string',
          options: {list: LABEL_STATUSES},
          description: 'On label: the label says it. Consistent: it does not, and allows it.',
          validation: (rule) => rule.required().error('Say how the label allows the claim.'),
        }),
        defineField({
          name: 'rationale',
          title: 'Rationale',
          type: 'text',
          rows: 2,
          description: 'Needed for what is consistent with the label rather than on it.',
          validation: (rule) => rule.custom(hasRationale),
        }),
        defineField({
          name: 'ifuLocator',
          title: 'Place in the IFU',
          type: 'string',
          description: 'Section and heading on which the label status rests.',
        }),
      ],
      preview: {
        select: {market: 'market', status: 'labelStatus', locator: 'ifuLocator'},
        prepare: ({market, status, locator}) => ({
          title: titleOf(MARKETS, market) || 'Authorization without a market',
          subtitle: previewLine(titleOf(LABEL_STATUSES, status), locator),
        }),
      },
    }),
  ],
  validation: (rule) => [
    rule.required().min(1).error('Say in which market the claim may be made.'),
    rule.custom(hasDistinctMarkets),
  ],
})

export const claim = defineType({
  name: 'claim',
  title: 'Claim',
  type: 'document',
  icon: BulbOutlineIcon,
  options: {
    claimGate: {
      roles: ['marketing', 'medical', 'regulatory'],
      rolesWhen: [{path: 'category', in: ['comparative', 'economic'], add: ['legal']}],
      side: 'source',
    },
  },
  groups: [
    {name: 'wording', title: 'Wording', default: true},
    {name: 'evidence', title: 'Evidence'},
    {name: 'use', title: 'Use'},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'code',
      title: 'Code',
      type: 'string',
      group: 'wording',
      description: 'CLM- and three or four digits. It stays with the claim for ever.',
      // A code can be typed as well: where none could be read, the field is empty.
      initialValue: (_params: unknown, context) => nextFreeCode(context).catch(() => ''),
      validation: (rule) => [
        rule.required().error('Give the claim its code.'),
        rule
          .regex(CLAIM_CODE, {name: 'code'})
          .error('A code is CLM- and three or four digits: CLM-013.'),
        rule.custom(isUniqueCode),
      ],
    }),
    defineField({
      name: 'statement',
      title: 'Statement',
      type: 'text',
      rows: 3,
      group: 'wording',
      description: 'The claim in its full approved words, with numbers as in the evidence.',
      validation: (rule) => rule.required().error('Write the claim.'),
    }),
    defineField({
      name: 'qualifier',
      title: 'Qualifier',
      type: 'text',
      rows: 2,
      group: 'wording',
      description:
        'What must stand beside it wherever it is made: “Bench test; may not predict clinical use.”',
    }),
    defineField({
      name: 'footnote',
      title: 'Footnote',
      type: 'text',
      rows: 2,
      group: 'wording',
      description: 'What may stand below instead of beside it: abbreviations, the test used.',
    }),
    defineField({
      name: 'variations',
      title: 'Approved shorter wordings',
      type: 'array',
      group: 'wording',
      of: [{type: 'string'}],
      description: 'The only other words in which the claim may be made.',
      validation: (rule) => rule.unique().error('A wording stands here twice: keep one.'),
    }),
    defineField({
      name: 'category',
      title: 'Category',
      type: 'string',
      group: 'wording',
      options: {list: CLAIM_CATEGORIES},
      description: 'Comparative and economic claims are signed by Legal as well.',
      validation: (rule) => rule.required().error('Choose the category: it decides who signs.'),
    }),
    defineField({
      name: 'product',
      title: 'Product',
      type: 'reference',
      to: [{type: 'product'}],
      group: 'wording',
      description: 'The product of which it is said.',
      validation: (rule) => [
        rule.required().error('Choose the product.'),
        rule.custom(isProductOf('indications')),
      ],
    }),
    defineField({
      name: 'indications',
      title: 'Indications',
      type: 'array',
      group: 'wording',
      of: [{type: 'reference', to: [{type: 'indication'}]}],
      description: 'The uses for which it may be said.',
      validation: (rule) => rule.unique().error('An indication stands here twice: keep one.'),
    }),
    defineField({
      name: 'substantiation',
      title: 'Substantiation',
      type: 'array',
      group: 'evidence',
      of: [{type: 'substantiation'}],
      description: 'What the claim rests on, each with the exact place.',
      validation: (rule) => [
        rule
          .required()
          .min(1)
          .error('Add the evidence on which the claim rests, with the place where it says so.'),
        rule.custom(restsOnStandingEvidence),
        rule.custom(restsOnUndoubtedEvidence).warning(),
      ],
    }),
    defineField({
      name: 'riskInformation',
      title: 'Risk information',
      type: 'text',
      rows: 3,
      group: 'evidence',
      description: 'What must be said of risks in the same breath.',
    }),
    defineField({
      name: 'audiences',
      title: 'Audiences',
      type: 'array',
      group: 'use',
      of: [{type: 'string'}],
      options: {list: AUDIENCES},
      description:
        'No asset for anybody else may carry it. Economic claims are for those who weigh costs.',
      validation: (rule) => [
        rule.required().min(1).error('Say who may hear the claim.'),
        rule.custom(isAllowedAudience),
      ],
    }),
    authorizations,
    defineField({
      name: 'effectiveOn',
      title: 'First day in force',
      type: 'date',
      group: 'use',
      description: 'Empty: from the day it is published.',
    }),
    defineField({
      name: 'expiresOn',
      title: 'Last day in force',
      type: 'date',
      group: 'use',
      description: 'After this day nothing that rests on the claim is delivered.',
      validation: (rule) =>
        rule.custom((day, {document}) => {
          const from = document?.effectiveOn
          const reversed = typeof day === 'string' && typeof from === 'string' && day < from
          return !reversed || 'The last day lies before the first: correct one of the two.'
        }),
    }),
    defineField({
      name: 'supersedes',
      title: 'Supersedes',
      type: 'reference',
      weak: true,
      to: [{type: 'claim'}],
      group: 'internal',
      description: 'The older claim in whose place it stands.',
      options: {material: false},
    }),
    internalNotes,
  ],
  orderings: [
    orderedBy('Code', 'code'),
    orderedBy('Category', 'category'),
    orderedBy('Ends first', 'expiresOn'),
  ],
  preview: {
    select: {code: 'code', statement: 'statement', category: 'category'},
    prepare: ({code, statement, category}) => ({
      title: previewLine(code, statement) || 'Claim without words',
      subtitle: titleOf(CLAIM_CATEGORIES, category),
    }),
  },
})
