import type {Path} from '@sanity/types'
import {
  getPublishedId,
  pathToString,
  useDocumentOperation,
  useFormValue,
  useGetFormValue,
  useSchema,
} from 'sanity'
import {referencedIds} from '../../schemas/references.ts'
import {asText} from '../matching/asText.ts'
import {claimsPathBeside} from './claimsPathBeside.ts'

/** Lists a claim beside a text, once. Through the document, because within a text a change reaches no further than the text. */
export function useListBeside(textPath: Path): (reference: {_ref: string}) => void {
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
