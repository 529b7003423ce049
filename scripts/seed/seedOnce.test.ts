import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {seedOnce} from './seedOnce.ts'

let directory: string
let seeded: number

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seed-'))
  seeded = 0
})
afterEach(() => rmSync(directory, {recursive: true}))

const seed = async (): Promise<void> => {
  seeded += 1
}
const interrupted = async (): Promise<void> => {
  throw new Error('interrupted')
}

describe('seedOnce', () => {
  test('seeds an empty store, once', async () => {
    await seedOnce(directory, true, seed)
    await seedOnce(directory, false, seed)
    expect(seeded).toBe(1)
    expect(existsSync(join(directory, 'seed-unfinished'))).toBe(false)
  })

  test('goes on with a store whose seeding was interrupted', async () => {
    await expect(seedOnce(directory, true, interrupted)).rejects.toThrow('interrupted')
    await seedOnce(directory, false, seed)
    expect(seeded).toBe(1)
    await seedOnce(directory, false, seed)
    expect(seeded).toBe(1)
  })

  test('leaves a store alone that somebody filled', async () => {
    await seedOnce(directory, false, seed)
    expect(seeded).toBe(0)
  })

  test('seeds a store in memory', async () => {
    await seedOnce(undefined, true, seed)
    expect(seeded).toBe(1)
  })
})
