import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import {fetchAllAgreements, fetchOpen} from '../world/fetchCheckpoints.ts'

interface CheckpointChoices {
  open: readonly Checkpoint[]
  /** Groups about which something is agreed: what is launched. */
  groups: readonly string[]
}

const NONE: CheckpointChoices = {open: [], groups: []}

/** With what a document could go out. */
export function useCheckpointChoices(model: GateModel): CheckpointChoices {
  const client = useClient({apiVersion: API_VERSION})
  const [choices, setChoices] = useState(NONE)
  useEffect(() => {
    const asked = {current: true}
    Promise.all([fetchOpen(client), fetchAllAgreements(client, model)]).then(
      ([open, agreements]) => asked.current && setChoices({open, groups: [...agreements.keys()]}),
      // A new one can still be opened.
      () => asked.current && setChoices(NONE),
    )
    return () => {
      asked.current = false
    }
  }, [client, model])
  return choices
}
