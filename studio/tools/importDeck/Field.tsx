import {Stack, Text} from '@sanity/ui'
import {useId, type ReactElement, type ReactNode} from 'react'

interface FieldProps {
  label: string
  hint?: string
  /** Gets the id under which the label finds the input. */
  children: (id: string) => ReactNode
}

/** One input under its label. */
export function Field({label, hint, children}: FieldProps): ReactElement {
  const id = useId()
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {children(id)}
      {hint !== undefined && (
        <Text muted size={1}>
          {hint}
        </Text>
      )}
    </Stack>
  )
}
