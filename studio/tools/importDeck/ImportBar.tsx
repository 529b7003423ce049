import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {DeckLink} from './DeckLink.tsx'
import {Notice} from '../frame/Notice.tsx'
import type {ImportState} from './useImport.ts'
import {useWords} from './useWords.ts'

interface ImportBarProps {
  state: Exclude<ImportState, {status: 'done'}>
  /** Slides that are taken over. */
  count: number
  hasTitle: boolean
  onImport: () => void
  onLeave: () => void
}

const ALWAYS_SEEN = {bottom: 0, position: 'sticky', zIndex: 1} as const

/** The one step that writes, how far it is, and why nothing was written. */
export function ImportBar(props: ImportBarProps): ReactElement {
  const {state, count, hasTitle, onImport, onLeave} = props
  const t = useWords()
  const isImporting = state.status === 'importing'
  const missing = count === 0 ? t('import.none') : hasTitle ? undefined : t('import.untitled')
  return (
    <Card border padding={4} radius={2} style={ALWAYS_SEEN}>
      <Stack gap={4}>
        <Failure state={state} />
        <Flex align="center" gap={3} justify="flex-end" wrap="wrap">
          {isImporting && (
            <Text as="output" muted size={1}>
              {state.done + 1 < state.of
                ? t('import.progress', {done: state.done + 1, of: state.of - 1})
                : t('import.writing')}
            </Text>
          )}
          {!isImporting && missing !== undefined && (
            <Text muted size={1}>
              {missing}
            </Text>
          )}
          <Button disabled={isImporting} mode="bleed" onClick={onLeave} text={t('choose.again')} />
          <Button
            disabled={missing !== undefined}
            loading={isImporting}
            onClick={onImport}
            text={t('import.button', {count})}
          />
        </Flex>
      </Stack>
    </Card>
  )
}

function Failure({state}: Pick<ImportBarProps, 'state'>): ReactElement | null {
  const t = useWords()
  if (state.status === 'failed')
    return (
      <Notice title={t('import.failed')} tone="critical">
        <Text size={1}>{state.message}</Text>
      </Notice>
    )
  if (state.status !== 'refused') return null
  const {refusal} = state
  if (refusal.reason === 'importedBefore')
    return (
      <Notice title={t('import.failed')} tone="caution">
        <Text size={1}>{t('before.text')}</Text>
        <DeckLink id={refusal.earlier.id}>
          {t('before.open', {title: refusal.earlier.title})}
        </DeckLink>
      </Notice>
    )
  return (
    <Notice title={t('import.failed')} tone="critical">
      <Text size={1}>{t(`import.refused.${refusal.reason}`, {...refusal})}</Text>
    </Notice>
  )
}
