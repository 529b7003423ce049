import {useCallback} from 'react'
import {useSource, useTranslation, useWorkspace, validateDocument} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {shortened} from '../explain/shortened.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {keepsFromPublishing} from './keepsFromPublishing.ts'

/**
 * Validates all that would go out, as their forms do, `alongside` what was validated already; resolves to what to say of
 * those with errors, or to nothing.
 */
export function useInvalidMembers(): (
  drafts: readonly GateDocument[],
  alongside?: string,
) => Promise<string | undefined> {
  const workspace = useWorkspace()
  const {getClient} = useSource()
  const {t} = useTranslation(claimGateLocaleNamespace)
  return useCallback(
    async (drafts, alongside) => {
      const titles: string[] = []
      const together = [
        ...drafts.map(({_id}) => publishedIdOf(_id)),
        ...(alongside ? [alongside] : []),
      ]
      for (const draft of drafts) {
        const markers = await validateDocument({
          document: toSanityDocument(draft),
          workspace,
          getClient,
          environment: 'studio',
        })
        if (keepsFromPublishing(markers, together)) titles.push(titleOf(draft))
      }
      return titles.length === 0
        ? undefined
        : t('refusal.members.text', {count: titles.length, titles: titles.join(', ')})
    },
    [workspace, getClient, t],
  )
}

const toSanityDocument = (draft: GateDocument) => ({
  _rev: '',
  _createdAt: '',
  _updatedAt: '',
  ...draft,
})

/** What people know a document by, whatever its type calls it. */
function titleOf({_id, title, headline, statement}: GateDocument): string {
  const known = [title, headline, statement].find((each) => typeof each === 'string')
  return typeof known === 'string' ? `“${shortened(known)}”` : _id
}
