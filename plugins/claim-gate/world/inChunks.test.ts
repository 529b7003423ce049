import {expect, test} from 'vitest'
import {inChunks} from './inChunks.ts'

test('asks for everything once, and for a few parts at a time', async () => {
  const ids = Array.from({length: 10_001}, (_, at) => String(at))
  const state = {asking: 0, most: 0}
  const read = async (chunk: readonly string[]): Promise<readonly string[]> => {
    state.asking += 1
    state.most = Math.max(state.most, state.asking)
    await Promise.resolve()
    state.asking -= 1
    return chunk
  }
  const answers = await inChunks(ids, read)
  expect(new Set(answers.flat())).toEqual(new Set(ids))
  expect(answers.flat()).toHaveLength(ids.length)
  expect(state.most).toBe(4)
})

test('asks nothing about nothing, and fails with the part that fails', async () => {
  expect(await inChunks([], () => Promise.resolve('asked'))).toEqual([])
  await expect(inChunks(['a'], () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
})
