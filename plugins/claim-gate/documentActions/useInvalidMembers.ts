import {useCallback} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {shortened} from '../explain/shortened.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {keepsFromPublishing} from './keepsFromPublishing.ts'
import {useFaults} from './useFaults.ts'

/**
 * Validates all that would go out, as their forms do, `alongside` what was validated already; resolves to what to say of
 * those with errors, or to nothing.
 */
export function useInvalidMembers(): (
  drafts: readonly GateDocument[],
  alongside?: string,
) => Promise<string | undefined> {
  const faultsOf = useFaults()
  const {t} = useTranslation(claimGateLocaleNamespace)
  return useCallback(
    async (drafts, alongside) => {
      const together = [
        ...drafts.map(({_id}) => publishedIdOf(_id)),
        ...(alongside ? [alongside] : []),
      ]
      const found = await faultsOf(drafts)
      const titles = drafts
        .filter((_draft, at) => keepsFromPublishing(found[at] ?? [], together))
        .map(titleOf)
      return titles.length === 0
        ? undefined
        : t('refusal.members.text', {count: titles.length, titles: titles.join(', ')})
    },
    [faultsOf, t],
  )
}

/** What people know a document by, whatever its type calls it. */
function titleOf({_id, title, headline, statement}: GateDocument): string {
  const known = [title, headline, statement].find((each) => typeof each === 'string')
  return typeof known === 'string' ? `“${shortened(known)}”` : _id
}
