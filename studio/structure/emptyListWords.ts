import {defineLocaleResourceBundle} from 'sanity'

/** What the Studio's own lists say when nothing is in them: what to do, not only what is the case. */
export const emptyListWords = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'structure',
  resources: {
    'panes.document-list-pane.no-documents-of-type.text':
      'Nothing here yet. Create the first one with the plus above.',
    'panes.document-list-pane.no-matching-documents.text':
      'Nothing here yet. Create the first one with the plus above.',
  },
})
