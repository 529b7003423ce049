import {useTranslation} from 'sanity'
import {importDeckLocaleNamespace} from './i18n/index.ts'

/** Words of the tool. */
export const useWords = () => useTranslation(importDeckLocaleNamespace).t
