import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineField, defineType} from '@sanity/types'
import {restsOnStandingEvidence, restsOnUndoubtedEvidence} from '../objects/evidenceRules.ts'
import {internalNotes} from '../objects/internalNotes.ts'
import {orderedBy} from '../orderedBy.ts'
import {previewLine} from '../previewLine.ts'
import {picksOneEndpoint, saysNumbersOfEndpoint, substantiatesClaim} from './proofPointRules.ts'

/** Endpoints are named as in the evidence, not by their key: a key may change without anybody reviewing it. */
const metric = defineField({
  name: 'metric',
  title: 'Metric',
  type: 'object',
  group: 'proof',
  description: 'The endpoint that carries the proof. Its numbers are shown from the evidence.',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'endpoint',
      title: 'Endpoint',
      type: 'string',
      description: 'Its name, exactly as in the evidence.',
    }),
    defineField({
      name: 'timepoint',
      title: 'Time point',
      type: 'string',
      description: 'Where the evidence has several endpoints of this name: which one.',
    }),
  ],
  validation: (rule) => [
    rule.custom((value?: Readonly<Record<string, unknown>>) => {
      const isOpen = typeof value?.timepoint === 'string' && typeof value.endpoint !== 'string'
      return !isOpen || 'Name the endpoint, or leave out the time point.'
    }),
    rule.custom(picksOneEndpoint),
  ],
})

export const proofPoint = defineType({
  name: 'proofPoint',
  title: 'Proof point',
  type: 'document',
  icon: CheckmarkCircleIcon,
  options: {claimGate: {roles: ['marketing', 'medical', 'regulatory'], side: 'source'}},
  groups: [
    {name: 'proof', title: 'Proof', default: true},
    {name: 'internal', title: 'Internal'},
  ],
  fields: [
    defineField({
      name: 'headline',
      title: 'Headline',
      type: 'string',
      group: 'proof',
      description:
        'The proof in one line, in words that its claim allows, with no number but the endpoint’s.',
      validation: (rule) => [
        rule.required().error('Say the proof in one line.'),
        rule.custom(saysNumbersOfEndpoint),
      ],
    }),
    defineField({
      name: 'claim',
      title: 'Claim',
      type: 'reference',
      to: [{type: 'claim'}],
      group: 'proof',
      description: 'The claim that it proves.',
      validation: (rule) => [
        rule.required().error('Choose the claim that it proves.'),
        rule.custom(restsOnStandingEvidence),
      ],
    }),
    defineField({
      name: 'evidence',
      title: 'Evidence',
      type: 'reference',
      to: [{type: 'evidence'}],
      group: 'proof',
      description: 'The one source of its numbers.',
      validation: (rule) => [
        rule.required().error('Choose the evidence from which the proof is taken.'),
        rule.custom(restsOnStandingEvidence),
        rule.custom(restsOnUndoubtedEvidence).warning(),
        rule.custom(substantiatesClaim),
      ],
    }),
    defineField({
      name: 'locator',
      title: 'Place in the evidence',
      type: 'locator',
      group: 'proof',
      description: 'The exact place, so that a reviewer finds it without searching.',
      validation: (rule) =>
        rule.required().error('Give the page, table, figure or quote where the proof stands.'),
    }),
    metric,
    defineField({
      name: 'differentiation',
      title: 'Differentiation',
      type: 'text',
      rows: 3,
      group: 'proof',
      description: 'What sets the product apart here, and from what: no more than the claim says.',
      validation: (rule) => rule.custom(saysNumbersOfEndpoint),
    }),
    internalNotes,
  ],
  orderings: [orderedBy('Headline', 'headline')],
  preview: {
    select: {title: 'headline', code: 'claim.code', evidence: 'evidence.title'},
    prepare: ({title, code, evidence}) => ({
      title: title || 'Proof point without a headline',
      subtitle: previewLine(code, evidence),
    }),
  },
})
