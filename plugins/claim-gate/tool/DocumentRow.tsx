import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {IntentLink} from 'sanity/router'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {gatedType, type GateModel} from '../model/gateModel.ts'

interface DocumentRowProps {
  model: GateModel
  /** Published id. */
  id: string
  type: string
}

/** A document by its title and type, which opens where it can be read whole. */
export function DocumentRow({model, id, type}: DocumentRowProps): ReactElement {
  const title = useDocumentTitle(id, type)
  return (
    <Stack flex={1} gap={2}>
      <Text size={1} weight="medium">
        <IntentLink intent="edit" params={{id, type}}>
          {title}
        </IntentLink>
      </Text>
      <Text muted size={1}>
        {gatedType(model, type)?.title ?? type}
      </Text>
    </Stack>
  )
}
