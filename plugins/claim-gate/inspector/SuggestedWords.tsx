import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useMemo, type ReactElement} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Remark, Review} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {applyRemarks} from '../reviewing/applyRemarks.ts'
import {putIn} from '../reviewing/putIn.ts'

interface SuggestedWordsProps {
  /** Published id. */
  id: string
  candidate: GateDocument
  reviews: readonly Review[]
}

/** The words that reviewers would have instead, as long as those that they mean still stand there. */
export function SuggestedWords({id, candidate, reviews}: SuggestedWordsProps): ReactElement | null {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const open = useMemo(
    () =>
      reviews.flatMap((review) =>
        review.remarks
          .filter((remark) => isOpen(candidate, remark))
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
          candidate={candidate}
          id={id}
          key={`${review._id} ${remark.path} ${remark.quote}`}
          name={review.reviewerName}
          remark={remark}
        />
      ))}
    </Stack>
  )
}

const isOpen = (candidate: GateDocument, remark: Remark): boolean =>
  remark.replacement !== undefined && 'document' in applyRemarks(candidate, [remark])

interface SuggestionProps {
  id: string
  candidate: GateDocument
  remark: Remark
  name: string
}

function Suggestion({id, candidate, remark, name}: SuggestionProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const accept = (): void => {
    putIn(client, id, candidate, remark).catch((error: unknown) =>
      toast.push({
        status: 'error',
        title: t('suggested.failed'),
        description: error instanceof Error ? error.message : String(error),
      }),
    )
  }
  return (
    <Card border padding={3} radius={2}>
      <Flex align="center" gap={3}>
        <Stack flex={1} gap={3}>
          <Text size={1}>
            <del>{remark.quote}</del> <ins>{remark.replacement}</ins>
          </Text>
          <Text muted size={1}>
            {remark.text ? `${name}: “${remark.text}”` : name}
          </Text>
        </Stack>
        <Button fontSize={1} mode="ghost" onClick={accept} text={t('suggested.accept')} />
      </Flex>
    </Card>
  )
}
