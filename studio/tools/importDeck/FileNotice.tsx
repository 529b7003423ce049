import {Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {FileState} from './importedFile.ts'
import {DeckLink} from './DeckLink.tsx'
import {Notice} from '../frame/Notice.tsx'
import {Reading} from '../../../plugins/claim-gate/tool/ToolPage.tsx'
import {useWords} from './useWords.ts'

interface FileNoticeProps {
  state: Exclude<FileState, {status: 'none' | 'ready'}>
}

/** How far the reading is, or why there is nothing to decide about. */
export function FileNotice({state}: FileNoticeProps): ReactElement {
  const t = useWords()
  switch (state.status) {
    case 'opening':
      return <Reading text={t('reading.open', {name: state.name})} />
    case 'reading':
      return <Reading text={t('reading.slides', {done: state.done, of: state.of})} />
    case 'comparing':
      return <Reading text={t('reading.claims')} />
    case 'refused':
      return (
        <Notice title={t('refused.title', {name: state.name})} tone="critical">
          <Text size={1}>{t(`refused.${state.refusal.reason}`, {...state.refusal})}</Text>
        </Notice>
      )
    case 'failed':
      return (
        <Notice title={t('failed.title', {name: state.name})} tone="critical">
          <Text size={1}>{state.message}</Text>
        </Notice>
      )
    case 'before':
      return (
        <Notice title={t('before.title', {name: state.name})} tone="caution">
          <Text size={1}>{t('before.text')}</Text>
          <DeckLink id={state.earlier.id}>
            {t('before.open', {title: state.earlier.title})}
          </DeckLink>
        </Notice>
      )
    default:
      return state satisfies never
  }
}
