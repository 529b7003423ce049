import {useCallback} from 'react'
import {set, useFormCallbacks, useGetFormValue, type ObjectInputProps} from 'sanity'
import {fieldOf} from '../../schemas/references.ts'
import {asText} from '../matching/asText.ts'
import {citedWords} from './citedWords.ts'
import {useListBeside} from './useListBeside.ts'

/** A claim to be cited. One that was never published is referred to weakly until both are, as the Studio does it. */
interface Cited {
  id: string
  isPublished: boolean
}

/**
 * Ties the words of an annotation to a claim, and lists the claim beside the text at the same time; what people listed
 * there stays. Then the text has the focus again.
 */
export function useCite({
  path,
  onChange,
}: Pick<ObjectInputProps, 'path' | 'onChange'>): (claim: Cited) => void {
  const {onPathFocus, onPathOpen} = useFormCallbacks()
  const getValue = useGetFormValue()
  const list = useListBeside(path.slice(0, -3))
  return useCallback(
    ({id, isPublished}) => {
      const reference = {
        _type: 'reference',
        _ref: id,
        ...(isPublished ? {} : {_weak: true, _strengthenOnPublish: {type: 'claim'}}),
      }
      onChange(set(reference, ['claim']))
      list(reference)
      const textPath = path.slice(0, -3)
      const blockPath = path.slice(0, -2)
      const {lastSpan} = citedWords(getValue(blockPath), asText(fieldOf(path.at(-1), '_key')))
      onPathOpen(textPath)
      onPathFocus(lastSpan ? [...blockPath, 'children', {_key: lastSpan}] : textPath)
    },
    [getValue, list, onChange, onPathFocus, onPathOpen, path],
  )
}
