import type {Reference} from '@sanity/types'

/** What a new document takes over from the place where it is created, as references to be stored as they are. */
export interface StartingFields {
  launch?: Reference
  platform?: Reference
}

export const STARTING_FIELDS = ['launch', 'platform'] as const
