import {defineCliConfig} from 'sanity/cli'
import {assertSecondFactor} from './studio/secondFactor.ts'

const secondFactor = process.env.SANITY_STUDIO_SECOND_FACTOR
if (secondFactor) assertSecondFactor(secondFactor)

export default defineCliConfig({
  api: {
    projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'throughline',
    dataset: process.env.SANITY_STUDIO_DATASET ?? 'production',
  },
  deployment: {autoUpdates: false},
})
