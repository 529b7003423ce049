import {TextArea} from '@sanity/ui'
import type {ReactElement} from 'react'
import {Field} from './Field.tsx'

interface TextFieldProps {
  label: string
  hint?: string
  rows: number
  value: string
  onChange: (value: string) => void
}

/** Some lines of text under their label. */
export function TextField({label, hint, rows, value, onChange}: TextFieldProps): ReactElement {
  return (
    <Field label={label} {...(hint === undefined ? {} : {hint})}>
      {(id) => (
        <TextArea
          fontSize={1}
          id={id}
          onChange={(event) => onChange(event.currentTarget.value)}
          rows={rows}
          value={value}
        />
      )}
    </Field>
  )
}
