import {defineLocaleResourceBundle} from 'sanity'

export const importDeckLocaleNamespace = 'import-deck'

export const importDeckUsEnglishLocaleBundle = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: importDeckLocaleNamespace,
  resources: () => import('./resources.ts'),
})
