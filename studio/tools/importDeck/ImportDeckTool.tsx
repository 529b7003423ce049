import {Stack} from '@sanity/ui'
import type {ReactElement} from 'react'
import {ChooseFile} from '../frame/ChooseFile.tsx'
import {ToolPage} from '../../../plugins/claim-gate/tool/ToolPage.tsx'
import {FileNotice} from './FileNotice.tsx'
import {ReviewDeck} from './ReviewDeck.tsx'
import {useDeckFile} from './useDeckFile.ts'
import {useWords} from './useWords.ts'

const READING = new Set(['opening', 'reading', 'comparing'])

/** A PowerPoint file on its way to drafts: chosen, read, decided about, written. */
export function ImportDeckTool(): ReactElement {
  const t = useWords()
  const {state, choose, leave} = useDeckFile()
  return (
    <ToolPage width={3} testId="import-deck" text={t('tool.text')} title={t('tool.title')}>
      {state.status === 'ready' ? (
        <ReviewDeck file={state.file} onLeave={leave} />
      ) : (
        <Stack gap={4}>
          {state.status !== 'none' && <FileNotice state={state} />}
          {!READING.has(state.status) && (
            <ChooseFile
              accept=".pptx"
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
