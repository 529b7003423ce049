import {Card, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {changeImpact} from '../checkpoint/changeImpact.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {isOpen} from '../model/checkpoint.ts'
import {gatedType, type GateDocument, type GateModel} from '../model/gateModel.ts'
import type {World} from '../verdict/worldState.ts'
import {useDependants} from './useDependants.ts'

interface ChangePreviewProps {
  model: GateModel
  /** Published id. */
  id: string
  document: GateDocument
  world: World
}

/** What a change of a document will touch, before a word of it is typed. */
export function ChangePreview({model, id, document, world}: ChangePreviewProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const state = useDependants(model, id, world)
  if (state.status !== 'ready') {
    return (
      <Text muted size={1}>
        {t(state.status === 'loading' ? 'where-used.loading' : 'where-used.error')}
      </Text>
    )
  }
  const dependants = state.dependants.map((each) => each.document)
  const {counts, roles} = changeImpact(model, document, dependants)
  const others = new Set(
    dependants.flatMap(({_id}) =>
      (state.checkpoints.get(_id) ?? []).filter(isOpen).map((each) => each._id),
    ),
  )
  const touched = counts
    .map(({type, count}) => `${gatedType(model, type)?.title ?? type}: ${count}`)
    .join(', ')
  return (
    <Card border data-testid="change-preview" padding={3} radius={2} tone="transparent">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {dependants.length === 0
            ? t('impact.none')
            : t('impact.touches', {count: dependants.length})}
        </Text>
        {touched !== '' && <Text size={1}>{touched}</Text>}
        <Text size={1}>
          {t('impact.roles', {
            roles: roles.map((role) => model.options.roles[role]?.title ?? role).join(', '),
          })}
        </Text>
        {others.size > 0 && <Text size={1}>{t('impact.checkpoints', {count: others.size})}</Text>}
        <Text muted size={1}>
          {t('impact.editorial')}
        </Text>
      </Stack>
    </Card>
  )
}
