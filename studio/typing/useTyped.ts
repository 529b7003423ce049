import {useEffect, useLayoutEffect, useRef, useState} from 'react'
import {set, unset, type StringInputProps} from 'sanity'
import {useDebouncedCallback} from 'use-debounce'
import {rebased, type Held} from './rebased.ts'
import {useCommit} from './useCommit.ts'

/** Nobody who types fluently is as slow as this between two keys. */
const PAUSE_MS = 400
/** Of typing without a pause: no more than this is known to the page alone. */
const LONGEST_MS = 2_000
/** Pressed for a letter as often as for a shortcut; the others come a moment before what they belong to. */
const FOR_LETTERS = ['Alt', 'AltGraph']

interface Typed extends Pick<StringInputProps, 'value' | 'elementProps'> {
  /** Whether something is held that cannot be given to the form, because that is read-only. */
  waits: boolean
}

/**
 * Holds what is typed into a field until there is a pause, the field is left, a shortcut is pressed or the page is left;
 * then its form has it. While the form is read-only it is held on. What somebody else writes meanwhile is kept.
 */
export function useTyped(props: StringInputProps): Typed {
  const {elementProps, onChange, readOnly = false, value} = props
  const held = useRef<Held>(undefined)
  /** What the field shows in place of the form's text, until the form has it. */
  const [shown, setShown] = useState<string>()
  const current = value ?? ''
  const commit = useCommit()

  function give(): void {
    if (!held.current || readOnly) return
    const {from, text} = held.current
    held.current = undefined
    if (text === from) return setShown(undefined)
    onChange(text === '' ? unset() : set(text))
    return commit()
  }
  const giveAtPause = useDebouncedCallback(give, PAUSE_MS, {maxWait: LONGEST_MS, flushOnExit: true})
  const giveNow = useRef(give)
  useLayoutEffect(() => {
    giveNow.current = give
  })

  useLayoutEffect(() => {
    if (!held.current) return setShown(undefined)
    const text = rebased(held.current, current)
    held.current = {from: current, text}
    return setShown(text)
  }, [current])
  useEffect(() => {
    if (!readOnly) giveNow.current()
  }, [readOnly])
  const isAhead = shown !== undefined
  useEffect(() => {
    if (!isAhead) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) return
      if (FOR_LETTERS.includes(event.key) || event.getModifierState('AltGraph')) return
      giveNow.current()
    }
    // Before whoever acts on the shortcut.
    addEventListener('keydown', onKey, {capture: true})
    return () => removeEventListener('keydown', onKey, {capture: true})
  }, [isAhead])

  const onInput: typeof elementProps.onChange = ({currentTarget}) => {
    const text = 'value' in currentTarget ? String(currentTarget.value) : ''
    held.current = {from: held.current?.from ?? shown ?? current, text}
    setShown(text)
    giveAtPause()
  }
  const onBlur: typeof elementProps.onBlur = (event) => {
    give()
    elementProps.onBlur(event)
  }
  return {
    waits: readOnly && isAhead,
    // To inputs that do not type, a text that is not there is none.
    value: isAhead ? shown || undefined : value,
    elementProps: {
      ...elementProps,
      value: shown ?? elementProps.value,
      onChange: onInput,
      onBlur,
    },
  }
}
