import type {Transaction} from '@sanity/client'
import type {Seal} from '../model/gateDocuments.ts'
import {OPTIONAL_SEAL_FIELDS, sealDocument} from './sealDocument.ts'

/** Adds the writing of a seal to a transaction; it is only ever written over the one that was read. */
export function addSeal(
  transaction: Transaction,
  seal: Seal,
  current: Seal | undefined,
  now: string,
): void {
  const document = sealDocument(seal, now)
  if (!current?._rev) {
    transaction.create(document)
    return
  }
  const {_id, _type, ...fields} = document
  transaction.patch(_id, (patch) =>
    patch
      .ifRevisionId(current._rev ?? '')
      .set(fields)
      .unset(OPTIONAL_SEAL_FIELDS.filter((field) => !(field in fields))),
  )
}
