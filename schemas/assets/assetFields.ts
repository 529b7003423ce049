import {defineField} from '@sanity/types'
import {AUDIENCES, MARKETS} from '../choices.ts'
import {
  areMarketsOfTools,
  isAudienceOfTools,
  isWithinAudiences,
  isWithinMarkets,
} from '../objects/claimUseRules.ts'
import {internalNotes} from '../objects/internalNotes.ts'

/** An asset of a launch that has a brief first goes out through a launch checkpoint. */
export const throughLaunch = {checkpoint: 'launch', groupPath: 'launch'} as const

interface AssetWords {
  /** What people call the asset: “slide”. */
  noun: string
  /** Description of the audience. */
  audience: string
}

const launch = defineField({
  name: 'launch',
  title: 'Launch',
  type: 'reference',
  to: [{type: 'launch'}],
  group: 'use',
  description: 'The launch for which it is made; content and training of one launch go together.',
})

const audienceOf = ({noun, audience}: AssetWords) =>
  defineField({
    name: 'audience',
    title: 'Audience',
    type: 'string',
    group: 'use',
    options: {list: AUDIENCES},
    description: audience,
    validation: (rule) => [
      rule.required().error(`Say for whom the ${noun} is.`),
      rule.custom(isWithinAudiences),
      rule.custom(isAudienceOfTools).warning(),
    ],
  })

const marketsOf = ({noun}: AssetWords) =>
  defineField({
    name: 'markets',
    title: 'Markets',
    type: 'array',
    group: 'use',
    of: [{type: 'string'}],
    options: {list: MARKETS},
    description: 'Only where all of its claims may be made.',
    validation: (rule) => [
      rule.required().min(1).error(`Say in which markets the ${noun} is used.`),
      rule.custom(isWithinMarkets),
      rule.custom(areMarketsOfTools).warning(),
    ],
  })

const expiresOnOf = ({noun}: AssetWords) =>
  defineField({
    name: 'expiresOn',
    title: 'Last day in force',
    type: 'date',
    group: 'use',
    description: `After this day the ${noun} is not delivered.`,
  })

const materialCode = defineField({
  name: 'materialCode',
  title: 'Material code',
  type: 'string',
  group: 'internal',
  description: 'The approval number that is printed on it.',
  options: {material: false},
})

const externalApproval = defineField({
  name: 'externalApproval',
  title: 'Approval in another system',
  type: 'object',
  group: 'internal',
  description: 'Where it also went through another system: its record there.',
  options: {material: false},
  fields: [
    defineField({name: 'system', title: 'System', type: 'string'}),
    defineField({name: 'documentNumber', title: 'Document number', type: 'string'}),
    defineField({name: 'version', title: 'Version', type: 'string'}),
    defineField({name: 'approvedOn', title: 'Approved on', type: 'date'}),
    defineField({
      name: 'fileHash',
      title: 'Hash of the file',
      type: 'string',
      description: 'SHA-256 of the file that was approved there, to tell it from any other.',
      validation: (rule) =>
        rule
          .regex(/^[0-9a-f]{64}$/iu, {name: 'hash'})
          .error('A SHA-256 hash is 64 digits from 0 to 9 and a to f.'),
    }),
  ],
})

/** What every asset has, in the groups `use` and `internal`. */
export const assetFields = (words: AssetWords) => [
  launch,
  audienceOf(words),
  marketsOf(words),
  expiresOnOf(words),
  materialCode,
  externalApproval,
  internalNotes,
]
