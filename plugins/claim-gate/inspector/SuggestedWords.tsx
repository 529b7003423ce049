import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect, useMemo, useState, type ReactElement} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Remark, Review} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {applyRemarks} from '../reviewing/applyRemarks.ts'
import {putIn} from '../reviewing/putIn.ts'
import {useSyncState} from '../studioCompat.ts'
import {RemarkLine} from './RemarkLine.tsx'

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
  const {isSyncing} = useSyncState(id, type)
  const [step, setStep] = useState<'idle' | 'asked' | 'sent'>('idle')
  // What was typed last has to be there first: the words are put into what the lake has.
  useEffect(() => {
    if (step !== 'asked' || isSyncing) return
    setStep('sent')
    putIn(client, id, remark)
      .catch((error: unknown) =>
        toast.push({
          status: 'error',
          title: t('suggested.failed'),
          description: messageOf(error),
        }),
      )
      .finally(() => setStep('idle'))
  }, [client, id, isSyncing, remark, step, t, toast])
  return (
    <Card border padding={3} radius={2}>
      <Flex align="center" gap={3}>
        <RemarkLine name={name} remark={remark} />
        {remark.replacement !== undefined && (
          <Button
            fontSize={1}
            loading={step !== 'idle'}
            mode="ghost"
            onClick={() => setStep('asked')}
            text={t('suggested.accept')}
          />
        )}
      </Flex>
    </Card>
  )
}
