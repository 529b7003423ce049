import {filter, take} from 'rxjs'
import {getPublishedId, useDocumentStore, useGetFormValue} from 'sanity'
import {asText} from '../matching/asText.ts'

/**
 * Sends what the document of a form was given, at once. Sanity does so once a second, for whichever document was written
 * last: what another was given in the same second would wait for its next change.
 */
export function useCommit(): () => void {
  const {pair} = useDocumentStore()
  const getValue = useGetFormValue()
  return () => {
    const [id, type] = [asText(getValue(['_id'])), asText(getValue(['_type']))]
    pair
      .editOperations(getPublishedId(id), type)
      .pipe(
        filter(({commit}) => commit.disabled === false),
        take(1),
      )
      .subscribe(({commit}) => commit.execute())
  }
}
