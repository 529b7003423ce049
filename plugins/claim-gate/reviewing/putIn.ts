import type {SanityClient} from '@sanity/client'
import {draftIdOf} from '../model/documentIds.ts'
import type {Remark} from '../model/gateDocuments.ts'
import {candidateOf, loadCopies} from '../world/loadCopies.ts'
import {applyRemarks, valueAtPath} from './applyRemarks.ts'

/**
 * Puts the words of a remark into the draft of a document as it stands then, and touches nothing beside them.
 * @throws Error when the words that it means do not stand there any more.
 */
export async function putIn(client: SanityClient, id: string, remark: Remark): Promise<void> {
  const [copies] = await loadCopies(client, [id])
  const candidate = copies && candidateOf(copies)
  const replaced = candidate && applyRemarks(candidate, [remark])
  if (!replaced || 'unclear' in replaced)
    throw new Error(`“${remark.quote}” does not stand there any more`)
  await client.action({
    actionType: 'sanity.action.document.edit',
    draftId: draftIdOf(id),
    publishedId: id,
    patch: {set: {[remark.path]: valueAtPath(replaced.document, remark.path)}},
  })
}
