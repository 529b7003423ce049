import {Card, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {WaitingDocument} from '../reviewing/waitingFor.ts'
import {DocumentRow} from './DocumentRow.tsx'

interface OwnWorkProps {
  model: GateModel
  documents: readonly WaitingDocument[]
}

/** Documents that changed themselves: each is opened, read and signed for itself. */
export function OwnWork({model, documents}: OwnWorkProps): ReactElement | null {
  const {t} = useTranslation(claimGateLocaleNamespace)
  if (documents.length === 0) return null
  return (
    <Card border data-testid="own-work" padding={4} radius={2}>
      <Stack gap={4}>
        <Text as="h2" size={1} weight="semibold">
          {t('reviews.own', {count: documents.length})}
        </Text>
        <Stack as="ul" gap={4} padding={0} style={{listStyle: 'none', margin: 0}}>
          {documents.map(({id, document}) => (
            <li key={id}>
              <DocumentRow id={id} model={model} type={document._type} />
            </li>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}
