import {useEffect, useLayoutEffect, useRef, useState} from 'react'
import {set, unset, type StringInputProps} from 'sanity'
import {useDebouncedCallback} from 'use-debounce'
import {rebased, type Held} from './rebased.ts'

/** Nobody who types fluently is as slow as this between two keys. */
const PAUSE_MS = 400
/** Of typing without a pause: no more than this is known to the page alone. */
const LONGEST_MS = 2_000

type Typed = Pick<StringInputProps, 'value' | 'elementProps'>

/**
 * Holds what is typed into a field until there is a pause, the field is left, a shortcut is pressed or the page is left;
 * then its form has it. While the form is read-only it is held on. What somebody else writes meanwhile is kept.
 */
export function useTyped(props: StringInputProps): Typed {
  const {elementProps, onChange, readOnly = false, value = ''} = props
  const held = useRef<Held>(undefined)
  /** What the field shows in place of the form's text, until the form has it. */
  const [shown, setShown] = useState<string>()

  function give(): void {
    if (!held.current || readOnly) return
    const {text} = held.current
    held.current = undefined
    onChange(text === '' ? unset() : set(text))
  }
  const giveAtPause = useDebouncedCallback(give, PAUSE_MS, {maxWait: LONGEST_MS, flushOnExit: true})
  const giveNow = useRef(give)
  useLayoutEffect(() => {
    giveNow.current = give
  })

  useLayoutEffect(() => {
    if (!held.current) return setShown(undefined)
    const text = rebased(held.current, value)
    held.current = {from: value, text}
    return setShown(text)
  }, [value])
  useEffect(() => {
    if (!readOnly) giveNow.current()
  }, [readOnly])
  const isAhead = shown !== undefined
  useEffect(() => {
    if (!isAhead) return undefined
    const onKey = ({ctrlKey, metaKey, altKey}: KeyboardEvent): void => {
      if (ctrlKey || metaKey || altKey) giveNow.current()
    }
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (!held.current) return
      giveNow.current()
      // Whoever leaves within the pause is asked, and meanwhile it is saved.
      event.preventDefault()
    }
    // Before whoever acts on the shortcut.
    addEventListener('keydown', onKey, {capture: true})
    addEventListener('beforeunload', onLeave)
    return () => {
      removeEventListener('keydown', onKey, {capture: true})
      removeEventListener('beforeunload', onLeave)
    }
  }, [isAhead])

  const onInput: typeof elementProps.onChange = ({currentTarget}) => {
    const text = 'value' in currentTarget ? String(currentTarget.value) : ''
    held.current = {from: held.current?.from ?? shown ?? value, text}
    setShown(text)
    giveAtPause()
  }
  const onBlur: typeof elementProps.onBlur = (event) => {
    give()
    elementProps.onBlur(event)
  }
  const text = shown ?? value
  return {value: text, elementProps: {...elementProps, value: text, onChange: onInput, onBlur}}
}
