import {Flex, Stack, Text} from '@sanity/ui'
import {memo, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {FirstOf} from '../explain/FirstOf.tsx'
import {StateNote} from '../explain/StateNote.tsx'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {gatedType, type GateModel} from '../model/gateModel.ts'
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
      {state.status === 'ready' && <DependantList dependants={state.dependants} model={model} />}
    </Stack>
  )
}

/** So many of a type are shown until more are asked for. */
const FOLDED = 10

interface DependantListProps {
  model: GateModel
  dependants: readonly Dependant[]
}

/** Drawn anew only when the dependants are read anew, and not at every keystroke in the document. */
const DependantList = memo(function DependantList({
  model,
  dependants,
}: DependantListProps): ReactElement {
  return (
    <Stack gap={5}>
      {byType(dependants).map(([type, all]) => (
        <DependantsOfType
          dependants={all}
          key={type}
          title={gatedType(model, type)?.title ?? type}
        />
      ))}
    </Stack>
  )
})

function DependantsOfType({
  title,
  dependants,
}: {
  title: string
  dependants: readonly Dependant[]
}): ReactElement {
  const count = dependants.length
  return (
    <Stack gap={3}>
      <Text muted size={1}>
        {count > 1 ? `${title} (${count})` : title}
      </Text>
      <FirstOf first={FOLDED} items={dependants} keyOf={({document}) => document._id}>
        {(dependant) => <DependantRow dependant={dependant} />}
      </FirstOf>
    </Stack>
  )
}

function byType(dependants: readonly Dependant[]): [string, Dependant[]][] {
  return Object.entries(Object.groupBy(dependants, ({document}) => document._type)).map(
    ([type, group]) => [type, group ?? []],
  )
}

function DependantRow({dependant: {document, state}}: {dependant: Dependant}): ReactElement {
  const title = useDocumentTitle(document._id, document._type)
  return (
    <Flex align="center" gap={3} justify="space-between">
      <DocumentLink id={document._id} text={title} type={document._type} />
      <StateNote state={state} />
    </Flex>
  )
}
