import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {accept} from './accept.ts'

/** What the delivery predicate reads. Public, so it carries no names; its targets may be of any type. */
export const seal = (gatedTypes: readonly string[]) =>
  defineType({
    name: 'seal',
    title: 'Seal',
    type: 'document',
    readOnly: true,
    __experimental_omnisearch_visibility: false,
    fields: [
      defineField({
        name: 'subject',
        title: 'Document',
        type: 'reference',
        weak: true,
        to: gatedTypes.map((type) => ({type})),
      }),
      defineField({name: 'rev', title: 'Revision that is sealed', type: 'string'}),
      defineField({
        name: 'accepts',
        title: 'Fingerprints that may be rested on',
        type: 'array',
        of: [accept],
      }),
      defineField({
        name: 'pins',
        title: 'What it rests on',
        type: 'array',
        of: [
          defineArrayMember({
            name: 'pin',
            type: 'object',
            fields: [
              defineField({
                name: 'doc',
                title: 'Document',
                type: 'reference',
                weak: true,
                to: gatedTypes.map((type) => ({type})),
              }),
              defineField({
                name: 'seal',
                title: 'Its seal',
                type: 'reference',
                weak: true,
                to: [{type: 'seal'}],
              }),
              defineField({name: 'fingerprint', title: 'Fingerprint', type: 'string'}),
            ],
          }),
        ],
      }),
      defineField({name: 'pinCount', title: 'Number of pins', type: 'number'}),
      defineField({name: 'validFrom', title: 'In force from', type: 'datetime'}),
      defineField({name: 'validUntil', title: 'In force until', type: 'datetime'}),
      defineField({
        name: 'reviews',
        title: 'Reviews it stands on',
        type: 'array',
        of: [{type: 'string'}],
      }),
      defineField({name: 'sealedAt', title: 'Sealed at', type: 'datetime'}),
      defineField({name: 'code', title: 'Code', type: 'string'}),
    ],
    preview: {select: {title: 'code', subtitle: 'sealedAt'}},
  })
