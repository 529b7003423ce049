import type {PreviewConfig} from '@sanity/types'
import {CitationInput} from '../inputs/CitationInput.tsx'
import {CitedTextInput} from '../inputs/CitedTextInput.tsx'
import {CitedSpan} from '../inputs/CitedSpan.tsx'
import {EndpointInput} from '../inputs/EndpointInput.tsx'
import {LevelInput} from '../inputs/LevelInput.tsx'
import {WordingInput} from '../inputs/WordingInput.tsx'
import {kitPreview, modulePreview, objectionPreview, rubricPreview} from './assetPreviews.ts'
import {claimPreview} from './claimPreview.tsx'
import {ClaimRow} from './ClaimRow.tsx'
import {DeckEntryItem} from './DeckEntryItem.tsx'
import {evidencePreview} from './evidencePreview.ts'
import {deckEntryPreview, slidePreview} from './slidePreview.tsx'
import {SlideRow} from './SlideRow.tsx'

/** What the Studio adds to a type, or to a field or member within one. */
export interface StudioParts {
  preview?: PreviewConfig
  components?: object
  options?: object
}

/** By the names that lead to them, from the type on: `deck.slides.deckEntry`. */
export const studioParts: Readonly<Record<string, StudioParts>> = {
  claim: {preview: claimPreview, components: {preview: ClaimRow}},
  evidence: {preview: evidencePreview},
  objectionResponse: {preview: objectionPreview},
  deckSlide: {preview: slidePreview, components: {preview: SlideRow}},
  'deck.slides.deckEntry': {
    preview: deckEntryPreview,
    components: {preview: SlideRow, item: DeckEntryItem},
  },
  vacKit: {preview: kitPreview},
  lmsModule: {preview: modulePreview},
  coachingRubric: {preview: rubricPreview},
  'proofPoint.metric': {components: {input: EndpointInput}},
  'fieldObservation.messages.observedMessage.fingerprint': {
    components: {input: WordingInput},
    options: {wordingOf: 'anchor'},
  },
  'fieldObservation.messages.observedMessage.level': {components: {input: LevelInput}},
  'completion.fingerprint': {
    components: {input: WordingInput},
    options: {wordingOf: 'module'},
  },
  richText: {components: {input: CitedTextInput}},
  'richText.claimReference': {
    components: {input: CitationInput, annotation: CitedSpan},
    options: {modal: {type: 'popover', width: 1}},
  },
}
