import type {SanityClient} from '@sanity/client'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {GateModel} from '../model/gateModel.ts'
import {signerOf} from '../reviewing/signerOf.ts'
import {readLog} from '../world/readLog.ts'

/** Name of the person who wrote a revision of a document, as the transaction log has it; `undefined` when not known. */
export function useLastAuthor(
  model: GateModel,
  documentId: string,
  revision: string | undefined,
): string | undefined {
  const client = useClient({apiVersion: API_VERSION})
  const key = `${documentId} ${revision}`
  const [author, setAuthor] = useState<{key: string; name: string | undefined}>({
    key,
    name: undefined,
  })
  useEffect(() => {
    if (!revision) return undefined
    const controller = new AbortController()
    readAuthor(client, model, documentId, revision, controller.signal).then(
      (name) => setAuthor({key, name}),
      // Without its author the change is still told: the log of a hosted project may no longer reach back to it.
      () => setAuthor({key, name: undefined}),
    )
    return () => controller.abort()
  }, [client, model, documentId, revision, key])
  return author.key === key ? author.name : undefined
}

async function readAuthor(
  client: SanityClient,
  model: GateModel,
  documentId: string,
  revision: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const range = {fromTransaction: revision, toTransaction: revision}
  const [transaction] = await readLog(client, [documentId], range, signal)
  if (typeof transaction?.author !== 'string') return undefined
  const signer = await signerOf(client, model, transaction.author)
  return signer?.name
}
