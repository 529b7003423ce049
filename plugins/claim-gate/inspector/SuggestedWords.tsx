import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useMemo, useState, type ReactElement} from 'react'
import {filter, firstValueFrom, timeout, TimeoutError} from 'rxjs'
import {useClient, useDocumentStore, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Remark, Review} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {applyRemarks} from '../reviewing/applyRemarks.ts'
import {putIn} from '../reviewing/putIn.ts'
import {RemarkLine} from './RemarkLine.tsx'

/** As long as people wait for what they typed to be saved. */
const WAIT_MS = 30_000

interface SuggestedWordsProps {
  /** Published id. */
  id: string
  candidate: GateDocument
  reviews: readonly Review[]
}

/** What reviewers say of certain words, as long as those stand there. */
export function SuggestedWords({id, candidate, reviews}: SuggestedWordsProps): ReactElement | null {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const open = useMemo(
    () =>
      reviews.flatMap((review) =>
        review.remarks
          .filter((remark) => isOpen(candidate, remark, review, reviews))
          .map((remark) => ({review, remark})),
      ),
    [candidate, reviews],
  )
  if (open.length === 0) return null
  return (
    <Stack as="section" aria-label={t('suggested.title')} gap={3}>
      <Text size={1} weight="semibold">
        {t('suggested.title')}
      </Text>
      {open.map(({review, remark}) => (
        <Suggestion
          id={id}
          key={`${review._id} ${remark.path} ${remark.quote}`}
          name={review.reviewerName}
          remark={remark}
          type={candidate._type}
        />
      ))}
    </Stack>
  )
}

/** Whether what is said of the words still has to be read. */
function isOpen(
  candidate: GateDocument,
  remark: Remark,
  review: Review,
  reviews: readonly Review[],
): boolean {
  const {replacement, quote} = remark
  if ('unclear' in applyRemarks(candidate, [{...remark, replacement: replacement ?? quote}]))
    return false
  // What is only said stands until the same role signs again.
  if (replacement === undefined)
    return reviews.every(({role, signedAt}) => role !== review.role || signedAt <= review.signedAt)
  // The words that were put in may hold those that are meant.
  const back = {...remark, quote: replacement, replacement: quote}
  return 'unclear' in applyRemarks(candidate, [back])
}

interface SuggestionProps {
  id: string
  type: string
  remark: Remark
  name: string
}

function Suggestion({id, type, remark, name}: SuggestionProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const {pair} = useDocumentStore()
  const [pending, setPending] = useState(false)
  const accept = async (): Promise<void> => {
    setPending(true)
    try {
      // What was typed last has to be there first: the words are put into what the lake has.
      await firstValueFrom(pair.consistencyStatus(id, type).pipe(filter(Boolean), timeout(WAIT_MS)))
      await putIn(client, id, remark)
    } catch (error) {
      toast.push({
        status: 'error',
        title: t('suggested.failed'),
        description: error instanceof TimeoutError ? t('suggested.unsaved') : messageOf(error),
      })
    }
    setPending(false)
  }
  return (
    <Card border padding={3} radius={2}>
      <Flex align="center" gap={3}>
        <RemarkLine name={name} remark={remark} />
        {remark.replacement !== undefined && (
          <Button
            fontSize={1}
            loading={pending}
            mode="ghost"
            onClick={() => void accept()}
            text={t('suggested.accept')}
          />
        )}
      </Flex>
    </Card>
  )
}
