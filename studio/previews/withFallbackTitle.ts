import type {PreviewConfig, PreviewValue} from '@sanity/types'

/** A preview that never gives an empty row: what has no title yet is called `Untitled slide`. */
export function withFallbackTitle(preview: PreviewConfig, noun: string): PreviewConfig {
  const {prepare} = preview
  return {
    ...preview,
    prepare: (selection, options) => {
      const prepared: PreviewValue = prepare ? prepare(selection, options) : selection
      const isBlank = typeof prepared.title !== 'string' || prepared.title.trim() === ''
      return isBlank ? {...prepared, title: `Untitled ${noun}`} : prepared
    },
  }
}
