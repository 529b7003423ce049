import {useCallback, useState} from 'react'
import {useClient} from 'sanity'
import type {ChosenSlide} from '../../importing/deck/buildDrafts.ts'
import type {DeckSettings} from '../../importing/deck/deckSettings.ts'
import type {ImportResult} from '../../importing/deck/importDeck.ts'
import {importDeck} from '../../importing/deck/importDeck.ts'
import {API_VERSION} from '../../../schemas/apiVersion.ts'
import type {ImportedFile} from './importedFile.ts'
import {leftOutWords} from './leftOutWords.ts'
import {useWords} from './useWords.ts'

type Refusal = Extract<ImportResult, {refused: unknown}>['refused']

export type ImportState =
  | {status: 'deciding'}
  | {status: 'importing'; done: number; of: number}
  | {status: 'refused'; refusal: Refusal}
  | {status: 'failed'; message: string}
  | {status: 'done'; deckId: string; count: number}

interface Importing {
  state: ImportState
  start: (settings: DeckSettings, chosen: readonly Omit<ChosenSlide, 'id' | 'note'>[]) => void
}

/** Uploads and writes what was chosen of a file, and says how far it is. */
export function useImport({name, bytes}: ImportedFile): Importing {
  const client = useClient({apiVersion: API_VERSION})
  const t = useWords()
  const [state, setState] = useState<ImportState>({status: 'deciding'})
  const start = useCallback<Importing['start']>(
    (settings, chosen) => {
      setState({status: 'importing', done: 0, of: 0})
      const slides = chosen.map((each) => {
        const {page, leftOut} = each.slide
        const list = leftOut.map((one) => leftOutWords(t, one)).join('; ')
        const from = t('note.slide', {page, name})
        return {...each, note: list === '' ? from : `${from}\n${t('note.left-out', {list})}`}
      })
      const work = {bytes, filename: name, settings, slides, note: t('note.deck', {name})}
      importDeck(client, work, (done, of) => setState({status: 'importing', done, of})).then(
        (result) =>
          setState(
            'refused' in result
              ? {status: 'refused', refusal: result.refused}
              : {status: 'done', deckId: result.deckId, count: result.slideIds.length},
          ),
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error)
          setState({status: 'failed', message})
        },
      )
    },
    [bytes, client, name, t],
  )
  return {state, start}
}
