import {createSurroundings} from './createSurroundings.ts'
import {DeckRefusedError, type DeckRefusal} from './deckRefusal.ts'
import type {ImportedDeck, ImportedSlide} from './importedDeck.ts'
import {openPresentation} from './openPresentation.ts'
import {readSlide} from './readSlide.ts'

type ReadDeckResult = {deck: ImportedDeck} | {refused: DeckRefusal}

interface ReadDeckOptions {
  onProgress?: (done: number, of: number) => void
  /** Between two slides, so that a page can draw; the next task when absent. */
  pause?: () => Promise<void>
}

/** Reads a PowerPoint file whole, or says why it is not read. Nothing of it is ever run, fetched or expanded. */
export async function readDeck(
  file: Uint8Array<ArrayBuffer>,
  {onProgress, pause = nextTask}: ReadDeckOptions = {},
): Promise<ReadDeckResult> {
  try {
    const presentation = openPresentation(file)
    const surroundings = createSurroundings(presentation.archive)
    const slides: ImportedSlide[] = []
    for (const part of presentation.slides) {
      await pause()
      slides.push(readSlide(presentation, part, slides.length + 1, surroundings))
      onProgress?.(slides.length, presentation.slides.length)
    }
    return {deck: {slides}}
  } catch (error) {
    if (error instanceof DeckRefusedError) return {refused: error.refusal}
    throw error
  }
}

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve)
  })
