import type {SortOrdering} from '@sanity/types'

/** An order in which people look for documents of a type. */
export const orderedBy = (
  title: string,
  field: string,
  direction: 'asc' | 'desc' = 'asc',
): SortOrdering => ({title, name: `${field}-${direction}`, by: [{field, direction}]})
