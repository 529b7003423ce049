import {buildStudio} from '../../scripts/start/buildStudio.ts'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    studio: string
  }
}

/** Bundles the Studio once for all browser tests: the same bundle that `npm start` serves. */
export default async function setup({provide}: TestProject): Promise<void> {
  provide('studio', await buildStudio('.throughline', () => undefined))
}
