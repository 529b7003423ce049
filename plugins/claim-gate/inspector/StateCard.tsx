import {Card, Flex, Stack, Text} from '@sanity/ui'
import {createElement, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {stateLook} from '../explain/stateLook.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {hasApproved} from '../verdict/standingOf.ts'
import type {Verdict} from '../verdict/verdict.ts'

/** The state in its word, its icon and one sentence. */
export function StateCard({verdict}: {verdict: Verdict}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {icon, tone} = stateLook(verdict.state)
  const approved = verdict.roles.filter(hasApproved).length
  const label = t(`state.${verdict.state}.label`, {approved, required: verdict.roles.length})
  return (
    <Card
      as="output"
      border
      data-testid="alignment-state"
      data-state={verdict.state}
      padding={4}
      radius={2}
      tone={tone}
    >
      <Flex gap={3}>
        <Text size={2}>{createElement(icon)}</Text>
        <Stack gap={3}>
          <Text size={2} weight="semibold">
            {label}
          </Text>
          <Text size={1}>{t(`state.${verdict.state}.sentence`)}</Text>
        </Stack>
      </Flex>
    </Card>
  )
}
