import {Stack} from '@sanity/ui'
import type {ReactElement} from 'react'
import {ChooseFile} from './ChooseFile.tsx'
import {FileNotice} from './FileNotice.tsx'
import {ImportPage} from './ImportPage.tsx'
import {ReviewDeck} from './ReviewDeck.tsx'
import {useDeckFile} from './useDeckFile.ts'

/** A PowerPoint file on its way to drafts: chosen, read, decided about, written. */
export function ImportDeckTool(): ReactElement {
  const {state, choose, leave} = useDeckFile()
  if (state.status === 'ready')
    return (
      <ImportPage>
        <ReviewDeck file={state.file} onLeave={leave} />
      </ImportPage>
    )
  const isReading =
    state.status === 'opening' || state.status === 'reading' || state.status === 'comparing'
  return (
    <ImportPage>
      <Stack gap={4}>
        {state.status !== 'none' && <FileNotice state={state} />}
        {!isReading && <ChooseFile again={state.status !== 'none'} onChoose={choose} />}
      </Stack>
    </ImportPage>
  )
}
