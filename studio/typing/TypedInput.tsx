import {Box} from '@sanity/ui'
import type {ReactElement} from 'react'
import {isStringInputProps, type InputProps, type StringInputProps} from 'sanity'
import {Note} from '../inputs/Note.tsx'
import {useTyped} from './useTyped.ts'

/** Shows each key at once, however long the form is that has to be drawn anew with it. */
export function TypedInput(props: InputProps): ReactElement {
  return isStringInputProps(props) && !isInList(props) ? (
    <TypedText {...props} />
  ) : (
    props.renderDefault(props)
  )
}

/** A text in a list is known by its place alone: with what stands before it, it becomes another. */
const isInList = ({path}: StringInputProps): boolean => typeof path.at(-1) === 'number'

function TypedText(props: StringInputProps): ReactElement {
  const {waits, ...typed} = useTyped(props)
  return (
    <>
      {props.renderDefault({...props, ...typed})}
      {waits && (
        <Box paddingTop={3}>
          <Note>
            Not saved yet: nothing can be written now. It is saved once that is possible again, if
            this document is not left before.
          </Note>
        </Box>
      )}
    </>
  )
}
