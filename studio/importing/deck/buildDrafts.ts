import {buildBody} from './buildBody.ts'
import type {DeckSettings} from './deckSettings.ts'
import type {ImportedSlide} from './importedDeck.ts'
import {acceptedClaims, type SlideChoice} from './slideChoice.ts'

/** A slide that was chosen, under the id that its document gets. */
export interface ChosenSlide {
  id: string
  slide: ImportedSlide
  choice: SlideChoice
  /** Kept with the team's own notes: where it comes from, and what was not taken over. */
  note: string
}

interface DraftParts {
  deckId: string
  settings: DeckSettings
  slides: readonly ChosenSlide[]
  /** Id of the uploaded file. */
  file: string
  /** Ids of the uploaded pictures. */
  pictures: ReadonlyMap<Uint8Array, string>
  note: string
}

interface Draft {
  _id: string
  _type: string
  [field: string]: unknown
}

/** The drafts of a deck and of its slides, in their order. */
export function buildDrafts(parts: DraftParts): Draft[] {
  const {deckId, settings, slides, note} = parts
  return [
    ...slides.map((each) => buildSlide(each, parts)),
    {
      _id: `drafts.${deckId}`,
      _type: 'deck',
      title: settings.title,
      slides: slides.map(({id}) => ({
        _key: id,
        _type: 'deckEntry',
        slide: unpublished(id, 'deckSlide'),
        use: 'core',
      })),
      ...use(settings),
      ...present({materialCode: settings.materialCode}),
      internalNotes: note,
    },
  ]
}

function buildSlide(
  {id, slide, choice, note}: ChosenSlide,
  {settings, file, pictures}: DraftParts,
): Draft {
  const claims = acceptedClaims(choice)
  const code = settings.materialCode
  const picture =
    slide.picture && choice.withPicture ? pictures.get(slide.picture.bytes) : undefined
  return {
    _id: `drafts.${id}`,
    _type: 'deckSlide',
    kind: choice.kind,
    ...present({headline: slide.title, speakerNotes: slide.notes}),
    body: buildBody(slide.paragraphs, choice.accepted),
    claims: claims.map((claim) => ({_key: claim, ...reference(claim)})),
    ...(picture === undefined
      ? {}
      : {
          visual: {
            _type: 'image',
            asset: reference(picture),
            ...present({alt: slide.picture?.alt}),
          },
        }),
    artwork: {pptx: {_type: 'file', asset: reference(file)}, page: slide.page},
    ...use(settings),
    ...present({materialCode: code && `${code}-${String(slide.page).padStart(3, '0')}`}),
    internalNotes: note,
  }
}

const use = ({launch, audience, markets}: DeckSettings): Record<string, unknown> => ({
  ...(launch === undefined ? {} : {launch: reference(launch)}),
  ...present({audience}),
  ...(markets.length > 0 ? {markets: [...markets]} : {}),
})

const reference = (id: string): {_type: 'reference'; _ref: string} => ({
  _type: 'reference',
  _ref: id,
})

/** As the Studio refers to what is not out yet: the reference becomes a strong one when it goes out. */
const unpublished = (id: string, type: string): object => ({
  ...reference(id),
  _weak: true,
  _strengthenOnPublish: {type},
})

/** Without what was left empty. */
const present = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  )
