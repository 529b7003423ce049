import {Button, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId, useMemo, useState, type ReactElement} from 'react'
import {buildWrites, type ClaimWrite} from '../../importing/claims/buildWrites.ts'
import {countOutcomes, type ImportPlan} from '../../importing/claims/outcome.ts'
import {useWords} from './useWords.ts'

interface WriteBarProps {
  plan: ImportPlan
  isWriting: boolean
  onWrite: (writes: readonly ClaimWrite[]) => void
}

/** The one button that writes, and why it cannot be pressed. */
export function WriteBar({plan, isWriting, onWrite}: WriteBarProps): ReactElement {
  const t = useWords()
  const id = useId()
  const [acceptedOnly, setAcceptedOnly] = useState(false)
  const {refused} = countOutcomes(plan.outcomes)
  const built = useMemo(() => buildWrites(plan, acceptedOnly), [plan, acceptedOnly])
  const writes = 'writes' in built ? built.writes : []
  const hint =
    'refused' in built
      ? t(built.refused.key, built.refused.params)
      : writes.length === 0
        ? t('write.nothing')
        : undefined
  return (
    <Card border padding={4} radius={2} tone={hint === undefined ? 'positive' : 'transparent'}>
      <Stack gap={4}>
        {refused > 0 && (
          <Flex align="center" gap={3}>
            <Checkbox
              checked={acceptedOnly}
              disabled={isWriting}
              id={id}
              onChange={() => setAcceptedOnly(!acceptedOnly)}
            />
            <Text as="label" htmlFor={id} size={1}>
              {t('write.accepted-only', {count: refused})}
            </Text>
          </Flex>
        )}
        <Flex align="center" gap={4} wrap="wrap">
          <Button
            disabled={writes.length === 0}
            loading={isWriting}
            onClick={() => onWrite(writes)}
            text={t('write.button', {count: writes.length})}
          />
          <Text as="output" size={1}>
            {isWriting ? t('write.writing') : hint}
          </Text>
        </Flex>
      </Stack>
    </Card>
  )
}
