import {defineField} from '@sanity/types'
import {isProductOf} from '../objects/productRules.ts'

/** The product whose risk information is shown on every copy. */
export const riskInformation = defineField({
  name: 'riskInformation',
  title: 'Risk information',
  type: 'reference',
  to: [{type: 'product'}],
  group: 'content',
  description: 'The product whose risk information it shows: chosen here, never retyped.',
  validation: (rule) => [
    rule.required().error('Choose the product whose risk information stands with the claims.'),
    rule.custom(isProductOf('sections', 'objectionResponses')).warning(),
  ],
})
