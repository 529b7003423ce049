import type {SanityClient} from '@sanity/client'
import {draftIdOf} from '../model/documentIds.ts'
import type {Remark} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {applyRemarks} from './applyRemarks.ts'

/**
 * Puts the words of a remark into the draft of a document, as somebody who edits it would.
 * @throws Error when the words that it means do not stand there any more.
 */
export async function putIn(
  client: SanityClient,
  id: string,
  candidate: GateDocument,
  remark: Remark,
): Promise<void> {
  const replaced = applyRemarks(candidate, [remark])
  if ('unclear' in replaced) throw new Error(`“${remark.quote}” does not stand there any more`)
  const {document} = replaced
  const set = Object.fromEntries(
    Object.entries(document).filter(([name, value]) => value !== candidate[name]),
  )
  await client.action({
    actionType: 'sanity.action.document.edit',
    draftId: draftIdOf(id),
    publishedId: id,
    patch: {set},
  })
}
