import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {State} from '../verdict/verdict.ts'
import type {World} from '../verdict/worldState.ts'
import {dependantsOf} from '../world/dependantsOf.ts'
import {loadWorld} from '../world/loadWorld.ts'

export interface Dependant {
  document: GateDocument
  state: State
}

export type Dependants =
  | {status: 'loading' | 'error'}
  | {
      status: 'ready'
      dependants: readonly Dependant[]
      /** Checkpoints that name one of them. */
      checkpoints: World['checkpoints']
    }

/** Every published document that rests on this one, with its state as published. */
export function useDependants(model: GateModel, id: string, world: World): Dependants {
  const client = useClient({apiVersion: API_VERSION})
  const [state, setState] = useState<Dependants>({status: 'loading'})
  const {documents, reviews, seals} = world
  useEffect(() => {
    const asked = {current: true}
    const read = async (): Promise<Extract<Dependants, {status: 'ready'}>> => {
      const ids = await dependantsOf(client, model, [id])
      const published = await loadWorld(client, model, {ids})
      const judging = createJudging(model, published)
      const dependants = ids.flatMap((dependant) => {
        const standing = judging.standing(dependant)
        if (!standing) return []
        return [{document: standing.document, state: verdictOf(judging, standing).state}]
      })
      return {status: 'ready', dependants, checkpoints: published.checkpoints}
    }
    read().then(
      (found) => asked.current && setState(found),
      () => asked.current && setState({status: 'error'}),
    )
    return () => {
      asked.current = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked again whenever the world moves
  }, [client, model, id, documents, reviews, seals])
  return state
}
