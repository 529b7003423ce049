import {Card, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useDateTimeFormat, useTranslation} from 'sanity'
import {useLastAuthor} from '../explain/useLastAuthor.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {Unreadable} from '../inspector/Unreadable.tsx'
import type {GateModel} from '../model/gateModel.ts'
import {DocumentRow} from './DocumentRow.tsx'
import {PLAIN_LIST} from '../explain/plainList.ts'
import {stateWord} from './stateWord.ts'
import {Reading, ToolPage} from './ToolPage.tsx'
import {useIncidents, type Incident} from './useIncidents.ts'

/** Everything that was published past the gate: what is open first, then what was settled. */
export function IncidentsTool({model}: {model: GateModel}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <ToolPage text={t('incidents.text')} title={t('incidents.title')}>
      <Incidents model={model} />
    </ToolPage>
  )
}

function Incidents({model}: {model: GateModel}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const state = useIncidents()
  if (state.status === 'loading') return <Reading text={t('incidents.loading')} />
  if (state.status === 'error')
    return (
      <Unreadable retry={state.retry} text={messageOf(state.error)} title={t('incidents.error')} />
    )
  const open = state.value.filter(({closedAt}) => closedAt === null)
  const settled = state.value.filter(({closedAt}) => closedAt !== null)
  return (
    <Stack gap={5}>
      {open.length === 0 ? (
        <Card border padding={5} radius={2} tone="positive">
          <Text size={1}>{t('incidents.none')}</Text>
        </Card>
      ) : (
        <Stack as="ul" data-testid="open-incidents" gap={4} padding={0} style={PLAIN_LIST}>
          {open.map((incident) => (
            <li key={incident._id}>
              <Card border padding={4} radius={2} tone="critical">
                <IncidentRow incident={incident} model={model} />
              </Card>
            </li>
          ))}
        </Stack>
      )}
      {settled.length > 0 && (
        <Card border padding={4} radius={2}>
          <Stack gap={4}>
            <Text as="h2" size={1} weight="semibold">
              {t('incidents.settled', {count: settled.length})}
            </Text>
            <Stack as="ul" data-testid="settled-incidents" gap={4} padding={0} style={PLAIN_LIST}>
              {settled.map((incident) => (
                <li key={incident._id}>
                  <IncidentRow incident={incident} model={model} />
                </li>
              ))}
            </Stack>
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

/** What was found, when, and who wrote it, as far as the transaction log still tells. */
function IncidentRow({model, incident}: {model: GateModel; incident: Incident}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const {subject, subjectType, rev, review, openedAt, closedAt} = incident
  const name = useLastAuthor(model, subject, rev ?? undefined)
  const date = format.format(new Date(openedAt))
  const state = stateWord(t, incident.state)
  return (
    <Stack gap={3}>
      <DocumentRow id={subject} model={model} type={subjectType} />
      <Text size={1}>
        {closedAt !== null
          ? t('incidents.over', {date, until: format.format(new Date(closedAt))})
          : review !== null
            ? t('incidents.review', {date, review})
            : t(name === undefined ? 'incidents.found' : 'incidents.found.by', {date, state, name})}
      </Text>
    </Stack>
  )
}
