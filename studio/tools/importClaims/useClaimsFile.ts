import type {SanityClient} from '@sanity/client'
import {useCallback, useRef, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../../schemas/apiVersion.ts'
import {MAX_FILE_BYTES, TOO_LARGE} from '../../importing/claims/decodeFile.ts'
import {fetchLibrary} from '../../importing/claims/fetchLibrary.ts'
import {readTable} from '../../importing/claims/readTable.ts'
import type {ClaimsFile, FileState} from './claimsFile.ts'
import {messageOf} from '../../../plugins/claim-gate/explain/messageOf.ts'

interface ChosenFile {
  state: FileState
  choose: (file: File) => void
  /** Compares the same file with the dataset as it is now. */
  reread: (file: ClaimsFile) => void
  /** Lets the file go, for another one. */
  leave: () => void
}

/** The file that was chosen last; what comes late of an earlier one is not heard. */
export function useClaimsFile(): ChosenFile {
  const client = useClient({apiVersion: API_VERSION})
  const [state, setState] = useState<FileState>({status: 'none'})
  const turn = useRef(0)
  const follow = useCallback((name: string, work: Promise<FileState>): void => {
    turn.current += 1
    const own = turn.current
    const tell = (next: FileState): void => {
      if (turn.current === own) setState(next)
    }
    work.then(tell, (error: unknown) => tell({status: 'failed', name, message: messageOf(error)}))
  }, [])
  const choose = useCallback(
    (file: File) => {
      setState({status: 'reading', name: file.name})
      follow(file.name, openFile(client, file))
    },
    [client, follow],
  )
  const reread = useCallback(
    (file: ClaimsFile) => follow(file.name, compare(client, file)),
    [client, follow],
  )
  const leave = useCallback(() => {
    turn.current += 1
    setState({status: 'none'})
  }, [])
  return {state, choose, reread, leave}
}

async function openFile(client: SanityClient, file: File): Promise<FileState> {
  const {name} = file
  // Asked before it is in memory.
  if (file.size > MAX_FILE_BYTES) return {status: 'unreadable', name, reason: TOO_LARGE}
  const read = readTable(new Uint8Array(await file.arrayBuffer()))
  if ('unreadable' in read) return {status: 'unreadable', name, reason: read.unreadable}
  return compare(client, {name, table: read.table})
}

async function compare(
  client: SanityClient,
  {name, table}: Pick<ClaimsFile, 'name' | 'table'>,
): Promise<FileState> {
  return {status: 'ready', file: {name, table, library: await fetchLibrary(client)}}
}
