import {defineLocaleResourceBundle} from 'sanity'

export const claimGateLocaleNamespace = 'claim-gate'

export const claimGateUsEnglishLocaleBundle = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: claimGateLocaleNamespace,
  resources: () => import('./resources.ts'),
})
