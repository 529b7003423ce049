import {Stack} from '@sanity/ui'
import type {ReactElement} from 'react'
import {ChooseFile} from '../frame/ChooseFile.tsx'
import {ToolPage} from '../../../plugins/claim-gate/tool/ToolPage.tsx'
import {FileNotice} from './FileNotice.tsx'
import {ReviewClaims} from './ReviewClaims.tsx'
import {useClaimsFile} from './useClaimsFile.ts'
import {useWords} from './useWords.ts'

/** A claims library on its way to drafts: chosen, read, looked at, written. */
export function ImportClaimsTool(): ReactElement {
  const t = useWords()
  const {state, choose, reread, leave} = useClaimsFile()
  return (
    <ToolPage width={3} testId="import-claims" text={t('tool.text')} title={t('tool.title')}>
      {state.status === 'ready' ? (
        <ReviewClaims file={state.file} onLeave={leave} onReread={reread} />
      ) : (
        <Stack gap={4}>
          {state.status !== 'none' && <FileNotice state={state} />}
          {state.status !== 'reading' && (
            <ChooseFile
              accept=".csv,.tsv,.txt,text/csv"
              again={state.status === 'none' ? undefined : t('choose.again')}
              hint={t('choose.drop')}
              label={t('choose.button')}
              onChoose={choose}
            />
          )}
        </Stack>
      )}
    </ToolPage>
  )
}
