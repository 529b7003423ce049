import {existsSync} from 'node:fs'
import {cp, mkdtemp, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {inject} from 'vitest'
import {runLake, type RunningLake} from '../../scripts/lake/runLake.ts'

/** A lake of one's own with the demo launch in it, which is published through the gate once and then copied. */
export async function runDemo(): Promise<RunningLake> {
  const folder = inject('demoFolder')
  const seeded = join(folder, 'seeded')
  if (!existsSync(seeded)) await seedInto(folder, seeded)
  const directory = await mkdtemp(join(folder, 'copy-'))
  await cp(seeded, directory, {recursive: true})
  const running = await runLake({port: 0, directory})
  return {
    ...running,
    async close() {
      await running.close()
      await rm(directory, {recursive: true})
    },
  }
}

/** Two may come to it at once: whoever is second has done it for nothing, and takes the other's. */
async function seedInto(folder: string, seeded: string): Promise<void> {
  const own = await mkdtemp(join(folder, 'own-'))
  const running = await runLake({port: 0, directory: own})
  await running.close()
  await rename(own, seeded).catch(async (error: unknown) => {
    if (!existsSync(seeded)) throw error
    await rm(own, {recursive: true})
  })
}
