import {UploadIcon} from '@sanity/icons/Upload'
import {lazy} from 'react'
import {definePlugin} from 'sanity'
import {importDeckUsEnglishLocaleBundle} from './i18n/index.ts'

/** Loaded when it is opened: what reads files is no part of everyday work. */
const ImportDeckTool = lazy(async () => {
  const {ImportDeckTool: component} = await import('./ImportDeckTool.tsx')
  return {default: component}
})

/** Makes drafts of the slides of a PowerPoint file. */
export const importDeckTool = definePlugin({
  name: 'import-deck',
  tools: [{name: 'import-deck', title: 'Import deck', icon: UploadIcon, component: ImportDeckTool}],
  i18n: {bundles: [importDeckUsEnglishLocaleBundle]},
})
