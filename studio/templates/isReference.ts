import type {Reference} from '@sanity/types'

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && '_ref' in value && typeof value._ref === 'string'
