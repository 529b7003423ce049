import {Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {FileState} from './claimsFile.ts'
import {Notice} from '../frame/Notice.tsx'
import {Reading} from '../../../plugins/claim-gate/tool/ToolPage.tsx'
import {useWords} from './useWords.ts'

interface FileNoticeProps {
  state: Exclude<FileState, {status: 'none' | 'ready'}>
}

/** That a file is being read, or why there is nothing to look at. */
export function FileNotice({state}: FileNoticeProps): ReactElement {
  const t = useWords()
  const {name} = state
  if (state.status === 'reading') return <Reading text={t('reading', {name})} />
  const isRead = state.status === 'unreadable'
  return (
    <Notice title={t(isRead ? 'unreadable.title' : 'failed.title', {name})} tone="critical">
      <Text size={1}>{isRead ? t(state.reason.key, state.reason.params) : state.message}</Text>
    </Notice>
  )
}
