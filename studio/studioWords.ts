import {defineLocaleResourceBundle} from 'sanity'

const EMPTY = 'Nothing here yet. Create the first one with the plus above.'

/** Where Sanity's own words say only what is the case, what to do. */
export const studioWords = [
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'structure',
    resources: {
      'panes.document-list-pane.no-documents-of-type.text': EMPTY,
      'panes.document-list-pane.no-matching-documents.text': EMPTY,
    },
  }),
]
