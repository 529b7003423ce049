import {useCallback, useRef, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../../schemas/apiVersion.ts'
import type {FileState} from './importedFile.ts'
import {openFile} from './openFile.ts'

interface DeckFile {
  state: FileState
  choose: (file: File) => void
  /** Lets the file go, for another one. */
  leave: () => void
}

/** The file that was chosen last; what comes late of an earlier one is not heard. */
export function useDeckFile(): DeckFile {
  const client = useClient({apiVersion: API_VERSION})
  const [state, setState] = useState<FileState>({status: 'none'})
  const turn = useRef(0)
  const choose = useCallback(
    (file: File) => {
      turn.current += 1
      const own = turn.current
      const tell = (next: FileState): void => {
        if (turn.current === own) setState(next)
      }
      openFile(client, file, tell).then(tell, (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error)
        tell({status: 'failed', name: file.name, message})
      })
    },
    [client],
  )
  const leave = useCallback(() => {
    turn.current += 1
    setState({status: 'none'})
  }, [])
  return {state, choose, leave}
}
