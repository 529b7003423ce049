import type {SanityClient} from '@sanity/client'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'

/** A document as a draft; a reference to what has yet to be published is weak until then, as the Studio writes it. */
export function draftOf(
  document: GateDocument,
  unpublished: ReadonlyMap<string, string> = new Map(),
): GateDocument {
  const fields = Object.entries(document).map(([name, value]) => [
    name,
    loosened(value, unpublished),
  ])
  const {_type} = document
  return {...Object.fromEntries(fields), _id: `drafts.${document._id}`, _type}
}

function loosened(value: unknown, types: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((member) => loosened(member, types))
  if (!isRecord(value)) return value
  const type = typeof value._ref === 'string' ? types.get(value._ref) : undefined
  if (type !== undefined && value._weak !== true)
    return {...value, _weak: true, _strengthenOnPublish: {type}}
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, loosened(child, types)]),
  )
}

/** Writes documents as drafts, in one transaction; they may refer to each other. */
export async function writeDrafts(
  author: SanityClient,
  documents: readonly GateDocument[],
): Promise<void> {
  const types = new Map(documents.map(({_id, _type}) => [_id, _type]))
  const transaction = author.transaction()
  documents.forEach((document) => transaction.createOrReplace(draftOf(document, types)))
  await transaction.commit({visibility: 'sync'})
}
