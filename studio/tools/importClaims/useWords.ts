import {useTranslation} from 'sanity'
import {importClaimsLocaleNamespace} from './i18n/index.ts'

/** Words of the tool. */
export const useWords = () => useTranslation(importClaimsLocaleNamespace).t
