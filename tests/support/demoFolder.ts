import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run, in which the demo launch is kept that its lakes begin with. */
    demoFolder: string
  }
}

/** A folder for one run of the tests, whatever projects take part in it. */
export default function setup({provide}: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-demo-'))
  provide('demoFolder', folder)
  return () => rmSync(folder, {recursive: true, force: true})
}
