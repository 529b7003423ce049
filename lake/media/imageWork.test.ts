import {describe, expect, test} from 'vitest'
import {inTurn} from './imageWork.ts'

/** Work that ends when it is told to. */
function work(): {begin: () => Promise<void>; end: () => void; begun: boolean} {
  const {promise, resolve} = Promise.withResolvers<undefined>()
  const state = {
    begun: false,
    end: () => resolve(undefined),
    begin: async () => {
      state.begun = true
      await promise
    },
  }
  return state
}

describe('work on images', () => {
  test('reads nothing until its turn has come', async () => {
    const [first, second, third] = [work(), work(), work()]
    const all = [first, second, third].map(({begin}) => inTurn(begin))
    await Promise.resolve()
    expect([first.begun, second.begun, third.begun]).toEqual([true, true, false])
    first.end()
    await all[0]
    expect(third.begun).toBe(true)
    second.end()
    third.end()
    await Promise.all(all)
  })

  test('is refused when what waits holds too much already, and taken again afterwards', async () => {
    const large = work()
    const held = inTurn(large.begin, 200 * 1024 * 1024)
    const refused = inTurn(async () => undefined, 100 * 1024 * 1024)
    await expect(refused).rejects.toMatchObject({statusCode: 429})
    large.end()
    await held
    expect(await inTurn(async () => 'done', 100 * 1024 * 1024)).toBe('done')
  })
})
