import type {ReactElement} from 'react'
import {isStringInputProps, type InputProps, type StringInputProps} from 'sanity'
import {useTyped} from './useTyped.ts'

/** Shows each key at once, however long the form is that has to be drawn anew with it. */
export function TypedInput(props: InputProps): ReactElement {
  return isStringInputProps(props) ? <TypedText {...props} /> : props.renderDefault(props)
}

function TypedText(props: StringInputProps): ReactElement {
  return props.renderDefault({...props, ...useTyped(props)})
}
