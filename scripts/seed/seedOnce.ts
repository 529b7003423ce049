import {existsSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Seeds a store that is empty, or one whose seeding was interrupted; a note in its folder tells the two from the rest. */
export async function seedOnce(
  directory: string | undefined,
  isEmpty: boolean,
  seed: () => Promise<void>,
): Promise<void> {
  const note = directory === undefined ? undefined : join(directory, 'seed-unfinished')
  if (!isEmpty && (note === undefined || !existsSync(note))) return
  if (note !== undefined)
    writeFileSync(note, 'The demo launch is not whole yet; the next start goes on with it.\n')
  await seed()
  if (note !== undefined) rmSync(note)
}
