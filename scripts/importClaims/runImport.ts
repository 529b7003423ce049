import {readFile} from 'node:fs/promises'
import {importFile} from './importFile.ts'
import {readArguments} from './readArguments.ts'
import {messageOf} from '../messageOf.ts'

/** Imports a claims library, or says what importing it would do; 0: every row accepted, 1: some refused, 2: it could not be done. */
export async function runImport(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const {file, ...options} = readArguments(args)
    const {text, exitCode} = await importFile(await readFile(file), options, async () => {
      // Only now: a file that cannot be read needs no lake.
      const {openAuthor} = await import('./openAuthor.ts')
      return openAuthor()
    })
    console.log(text)
    return exitCode
  } catch (error) {
    const why = messageOf(error)
    console.error(`The claims could not be imported: ${why}`)
    return 2
  }
}
