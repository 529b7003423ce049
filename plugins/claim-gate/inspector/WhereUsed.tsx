import {Flex, Stack, Text} from '@sanity/ui'
import {createElement, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {stateLook} from '../explain/stateLook.ts'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {World} from '../verdict/worldState.ts'
import {DocumentLink} from './DocumentLink.tsx'
import {useDependants, type Dependant} from './useDependants.ts'

interface WhereUsedProps {
  model: GateModel
  id: string
  world: World
}

/** What rests on this document, by type, each with its state. */
export function WhereUsed({model, id, world}: WhereUsedProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const state = useDependants(model, id, world)
  return (
    <Stack gap={3} as="section" aria-label={t('where-used.title')}>
      <Text size={1} weight="semibold">
        {t('where-used.title')}
      </Text>
      {state.status === 'loading' && (
        <Text muted size={1}>
          {t('where-used.loading')}
        </Text>
      )}
      {state.status === 'error' && (
        <Text muted size={1}>
          {t('where-used.error')}
        </Text>
      )}
      {state.status === 'ready' && state.dependants.length === 0 && (
        <Text muted size={1}>
          {t('where-used.none')}
        </Text>
      )}
      {state.status === 'ready' &&
        byType(state.dependants).map(([type, dependants]) => (
          <Stack gap={3} key={type}>
            <Text muted size={1}>
              {model.types[type]?.title ?? type}
            </Text>
            {dependants.map((dependant) => (
              <DependantRow dependant={dependant} key={dependant.document._id} />
            ))}
          </Stack>
        ))}
    </Stack>
  )
}

function byType(dependants: readonly Dependant[]): [string, Dependant[]][] {
  return Object.entries(Object.groupBy(dependants, ({document}) => document._type)).map(
    ([type, group]) => [type, group ?? []],
  )
}

function DependantRow({dependant: {document, state}}: {dependant: Dependant}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const title = useDocumentTitle(document._id, document._type)
  return (
    <Flex align="center" gap={3} justify="space-between">
      <DocumentLink id={document._id} text={title} type={document._type} />
      <Flex align="center" flex="none" gap={2} title={t(`state.${state}.title`)}>
        <Text muted size={1}>
          {createElement(stateLook(state).icon)}
        </Text>
        <Text muted size={1}>
          {t(`state.${state}.word`)}
        </Text>
      </Flex>
    </Flex>
  )
}
