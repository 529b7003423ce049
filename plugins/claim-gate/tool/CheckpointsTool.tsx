import type {ReactElement} from 'react'
import {useRouterState} from 'sanity/router'
import type {GateModel} from '../model/gateModel.ts'
import {CheckpointList} from './CheckpointList.tsx'
import {CheckpointPage} from './CheckpointPage.tsx'

/** The list of checkpoints, or the page of one. */
export function CheckpointsTool({model}: {model: GateModel}): ReactElement {
  const id = useRouterState((state) => state.checkpoint)
  return typeof id === 'string' && id !== '' ? (
    <CheckpointPage id={id} key={id} model={model} />
  ) : (
    <CheckpointList model={model} />
  )
}
