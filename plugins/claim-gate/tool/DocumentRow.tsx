import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {IntentLink} from 'sanity/router'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {ALIGNMENT_INSPECTOR} from '../inspector/useOpenAlignment.ts'
import {gatedType, type GateModel} from '../model/gateModel.ts'

interface DocumentRowProps {
  model: GateModel
  /** Published id. */
  id: string
  type: string
  /** The world in which it is to be read: the id of a checkpoint or release; its own when absent. */
  basis?: string
}

/** A document by its title and type, which opens where it can be read whole and signed, with Alignment beside it. */
export function DocumentRow({model, id, type, basis}: DocumentRowProps): ReactElement {
  const title = useDocumentTitle(id, type)
  const params = {id, type, inspect: ALIGNMENT_INSPECTOR, ...(basis === undefined ? {} : {basis})}
  return (
    <Stack flex={1} gap={2}>
      <Text size={1} weight="medium">
        <IntentLink intent="edit" params={params}>
          {title}
        </IntentLink>
      </Text>
      <Text muted size={1}>
        {gatedType(model, type)?.title ?? type}
      </Text>
    </Stack>
  )
}
