import {defineLocaleResourceBundle} from 'sanity'

export const importClaimsLocaleNamespace = 'import-claims'

export const importClaimsUsEnglishLocaleBundle = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: importClaimsLocaleNamespace,
  resources: () => import('./resources.ts'),
})
