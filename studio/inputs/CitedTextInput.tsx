import {useEffect, useRef, type ReactElement} from 'react'
import type {PortableTextInputProps} from 'sanity'
import {fieldOf, referencedId} from '../../schemas/references.ts'
import {useListBeside} from './useListBeside.ts'

/**
 * A text whose claims are listed beside it as soon as whoever works in it ties or pastes words that cite them; what people
 * listed there stays, and what they take out of the list is not put back.
 */
export function CitedTextInput(props: PortableTextInputProps): ReactElement {
  const {path, value, readOnly, focused, focusPath} = props
  const isWorkedOn = !readOnly && (focused || focusPath.length > 0)
  const list = useListBeside(path)
  const known = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    const cited = citedIn(value)
    const before = known.current
    known.current = new Set(cited.keys())
    if (before === undefined || !isWorkedOn) return
    for (const [id, reference] of cited) if (!before.has(id)) list(reference)
  })
  return props.renderDefault(props)
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

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
