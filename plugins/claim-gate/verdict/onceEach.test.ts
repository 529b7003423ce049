import {expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {page, TrialWorld} from '../fixtures/trialWorld.ts'
import {createJudging} from './createJudging.ts'
import {onceEach} from './onceEach.ts'

test('a rule is asked once about each document of a judging, whatever it answers, and anew in another', () => {
  const asked: string[] = []
  const rule = onceEach((_, {id}) => {
    asked.push(id)
    return undefined
  })
  const world = new TrialWorld().put(page('p', 'P', []), page('q', 'Q', [])).world()
  const ask = () => {
    const judging = createJudging(trialModel, world)
    for (const id of ['p', 'q', 'p']) {
      const standing = judging.standing(id)
      if (standing) rule(judging, standing)
    }
  }
  ask()
  expect(asked).toEqual(['p', 'q'])
  ask()
  expect(asked).toEqual(['p', 'q', 'p', 'q'])
})
