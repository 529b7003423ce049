import {DocumentSheetIcon} from '@sanity/icons/DocumentSheet'
import {lazy} from 'react'
import {definePlugin} from 'sanity'
import {importClaimsUsEnglishLocaleBundle} from './i18n/index.ts'

/** Loaded when it is opened: what reads files is no part of everyday work. */
const ImportClaimsTool = lazy(async () => {
  const {ImportClaimsTool: component} = await import('./ImportClaimsTool.tsx')
  return {default: component}
})

/** Makes drafts of the rows of a team's claims library. */
export const importClaimsTool = definePlugin({
  name: 'import-claims',
  tools: [
    {
      name: 'import-claims',
      title: 'Import claims',
      icon: DocumentSheetIcon,
      component: ImportClaimsTool,
    },
  ],
  i18n: {bundles: [importClaimsUsEnglishLocaleBundle]},
})
