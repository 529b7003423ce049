import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useClient, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {API_VERSION} from '../apiVersion.ts'
import {agree} from '../checkpoint/agree.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {useActor} from '../inspector/useActor.ts'
import {useCheckpointAction} from '../inspector/useCheckpointAction.ts'
import type {GateModel} from '../model/gateModel.ts'
import {idAt} from '../model/record.ts'
import type {AgreementState} from './useCheckpoint.ts'
import {useTitles} from './useTitles.ts'

interface CheckpointAgreementProps {
  model: GateModel
  group: string
  agreement: AgreementState | undefined
}

/** Who has agreed to the brief as it stands, and the button of those who have not. */
export function CheckpointAgreement(props: CheckpointAgreementProps): ReactElement {
  const {model, group, agreement} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Card border data-testid="agreement" padding={4} radius={2}>
      <Stack gap={4}>
        <Text as="h2" size={1} weight="semibold">
          {t('checkpoint.agreement')}
        </Text>
        {agreement ? (
          <People agreement={agreement} group={group} model={model} />
        ) : (
          <Text muted size={1}>
            {t('checkpoint.agreement.none')}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

interface PeopleProps {
  model: GateModel
  group: string
  agreement: AgreementState
}

function People({model, group, agreement}: PeopleProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const {account} = useActor()
  const {pending, run} = useCheckpointAction()
  const {document, missing, isAsked} = agreement
  const people = (model.options.agreement?.people ?? []).map((path) => idAt(document, path) ?? path)
  const names = useTitles(people)
  const seen = contentOf(model, document).fingerprint
  return (
    <Stack gap={4}>
      {people.map((person, at) => (
        <Text key={person} size={1}>
          {t(missing.includes(person) ? 'checkpoint.agreement.no' : 'checkpoint.agreement.yes', {
            name: names[at] ?? person,
          })}
        </Text>
      ))}
      <Flex align="center" gap={4} wrap="wrap">
        <Text size={1}>
          <IntentLink intent="edit" params={{id: document._id, type: document._type}}>
            {t('checkpoint.agreement.read')}
          </IntentLink>
        </Text>
        {isAsked && (
          <Button
            fontSize={1}
            loading={pending}
            onClick={() => void run(() => agree(client, model, {group, account, seen}))}
            text={t('checkpoint.agreement.agree')}
          />
        )}
      </Flex>
    </Stack>
  )
}
