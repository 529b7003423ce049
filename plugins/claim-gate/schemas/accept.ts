import {defineArrayMember, defineField} from '@sanity/types'

/** A fingerprint that may be rested on, for ever or until an instant: in reviews that carry one forward, and in seals. */
export const accept = defineArrayMember({
  name: 'accept',
  type: 'object',
  fields: [
    defineField({name: 'fingerprint', title: 'Fingerprint', type: 'string'}),
    defineField({name: 'until', title: 'Until', type: 'datetime'}),
  ],
})
