import type {NewDocumentOptionsResolver} from 'sanity'

/** In whose forms a part of the launch is created: slides in a deck, what training practises with, what a brief asks for. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  deck: ['deckSlide'],
  brief: ['deck', 'deckSlide', 'leaveBehind', 'vacKit', 'lmsModule', 'coachingRubric'],
  lmsModule: ['deck', 'deckSlide', 'leaveBehind', 'vacKit', 'coachingRubric'],
}

/** What is created in the form of another document is told of it, so that it starts in the same launch. */
export const besideDocument: NewDocumentOptionsResolver = (options, {creationContext}) => {
  if (creationContext.type !== 'document') return options
  const {documentId, schemaType} = creationContext
  const created = FORMS[schemaType] ?? []
  return options.map((option) =>
    created.includes(option.templateId)
      ? {...option, parameters: {beside: documentId.replace(/^drafts\./u, '')}}
      : option,
  )
}
