import {Stack} from '@sanity/ui'
import type {ReactElement} from 'react'
import {ChooseFile} from './ChooseFile.tsx'
import {FileNotice} from './FileNotice.tsx'
import {ImportPage} from './ImportPage.tsx'
import {ReviewClaims} from './ReviewClaims.tsx'
import {useClaimsFile} from './useClaimsFile.ts'

/** A claims library on its way to drafts: chosen, read, looked at, written. */
export function ImportClaimsTool(): ReactElement {
  const {state, choose, reread, leave} = useClaimsFile()
  return (
    <ImportPage>
      {state.status === 'ready' ? (
        <ReviewClaims file={state.file} onLeave={leave} onReread={reread} />
      ) : (
        <Stack gap={4}>
          {state.status !== 'none' && <FileNotice state={state} />}
          {state.status !== 'reading' && (
            <ChooseFile again={state.status !== 'none'} onChoose={choose} />
          )}
        </Stack>
      )}
    </ImportPage>
  )
}
