import type {Path} from '@sanity/types'
import {useCallback} from 'react'
import {
  getPublishedId,
  pathToString,
  set,
  useDocumentOperation,
  useFormCallbacks,
  useFormValue,
  useGetFormValue,
  useSchema,
  type ObjectInputProps,
} from 'sanity'
import {fieldOf, referencedIds} from '../../schemas/references.ts'
import {asText} from '../matching/asText.ts'
import {citedWords} from './citedWords.ts'
import {claimsPathBeside} from './claimsPathBeside.ts'

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
  const list = useList(path.slice(0, -3))
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

/** Lists a claim beside a text, once. Through the document, because within a text a change reaches no further than the text. */
function useList(textPath: Path): (reference: {_ref: string}) => void {
  const getValue = useGetFormValue()
  const schema = useSchema()
  const type = asText(useFormValue(['_type']))
  const {patch} = useDocumentOperation(getPublishedId(asText(useFormValue(['_id']))), type)
  return (reference) => {
    const claimsPath = claimsPathBeside(schema.get(type), getValue([]), textPath)
    if (!claimsPath || referencedIds(getValue(claimsPath)).includes(reference._ref)) return
    const field = pathToString(claimsPath)
    patch.execute([
      {setIfMissing: {[field]: []}},
      {insert: {after: `${field}[-1]`, items: [{...reference, _key: keyOf(reference._ref)}]}},
    ])
  }
}

/** The same on every screen: a claim that two people tie at the same time is listed under one key. */
const keyOf = (id: string): string => `cited-${id}`
