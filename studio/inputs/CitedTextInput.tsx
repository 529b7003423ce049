import {useCallback, useEffect, useRef, type ReactElement} from 'react'
import type {PortableTextInputProps} from 'sanity'
import {fieldOf, listOf, referencedId} from '../../schemas/references.ts'
import {useListBeside} from './useListBeside.ts'

/**
 * A text whose claims are listed beside it when words that cite them are pasted: by the page in which that is done, and by
 * no other that shows it. What people listed there stays, and what they take out is not put back. A claim that is chosen
 * for words does not come this way, and is listed as it is chosen (`useCite`).
 */
export function CitedTextInput(props: PortableTextInputProps): ReactElement {
  const {path, value, onChange} = props
  const list = useListBeside(path)
  const known = useRef<ReadonlySet<string>>(undefined)
  const isOwn = useRef(false)
  useEffect(() => {
    const cited = citedIn(value)
    const before = known.current
    known.current = new Set(cited.keys())
    if (before === undefined || !isOwn.current) return
    isOwn.current = false
    for (const [id, reference] of cited) if (!before.has(id)) list(reference)
  })
  const change = useCallback(
    (...changes: Parameters<typeof onChange>) => {
      isOwn.current = true
      onChange(...changes)
    },
    [onChange],
  )
  return <TextInput input={props} onChange={change} />
}

/** The Studio's own input of a text, which tells of its changes here. */
function TextInput({
  input,
  onChange,
}: {
  input: PortableTextInputProps
  onChange: PortableTextInputProps['onChange']
}): ReactElement {
  return input.renderDefault({...input, onChange})
}

/** References to claims in a text, by id. */
function citedIn(blocks: unknown): Map<string, {_ref: string}> {
  const found = listOf(blocks).flatMap((block) =>
    listOf(fieldOf(block, 'markDefs')).flatMap((mark): [string, {_ref: string}][] => {
      const claim = fieldOf(mark, 'claim')
      const id = referencedId(claim)
      return id === undefined ? [] : [[id, Object.assign({}, claim, {_ref: id})]]
    }),
  )
  return new Map(found)
}
