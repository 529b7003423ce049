import {Card, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {WaitingDocument} from '../reviewing/waitingFor.ts'
import {DocumentRow} from './DocumentRow.tsx'
import {InCheckpoint} from './InCheckpoint.tsx'
import {PLAIN_LIST} from '../explain/plainList.ts'

interface OwnWorkProps {
  model: GateModel
  documents: readonly WaitingDocument[]
  open: readonly Checkpoint[]
}

/** Documents that changed themselves: each is opened, read and signed for itself. */
export function OwnWork({model, documents, open}: OwnWorkProps): ReactElement | null {
  const {t} = useTranslation(claimGateLocaleNamespace)
  if (documents.length === 0) return null
  return (
    <Card border data-testid="own-work" padding={4} radius={2}>
      <Stack gap={4}>
        <Text as="h2" size={1} weight="semibold">
          {t('reviews.own', {count: documents.length})}
        </Text>
        <Stack as="ul" gap={4} padding={0} style={PLAIN_LIST}>
          {documents.map(({id, document, basis}) => {
            const checkpoint = open.find(({_id}) => _id === basis)
            return (
              <li key={`${basis} ${id}`}>
                <Stack gap={2}>
                  <DocumentRow basis={basis} id={id} model={model} type={document._type} />
                  {checkpoint && <InCheckpoint checkpoint={checkpoint} />}
                </Stack>
              </li>
            )
          })}
        </Stack>
      </Stack>
    </Card>
  )
}
