import type {ReactNode} from 'react'
import type {PreviewProps} from 'sanity'

/** What a preview shows in one of its places; a component there is drawn for a row. */
export function nodeOf(place: PreviewProps['title']): ReactNode {
  if (typeof place !== 'function') return place
  const Place = place
  return <Place layout="default" />
}
