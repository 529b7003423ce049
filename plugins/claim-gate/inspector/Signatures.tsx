import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CircleIcon} from '@sanity/icons/Circle'
import {CommentIcon} from '@sanity/icons/Comment'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {createElement, type ComponentType, type ReactElement} from 'react'
import {useDateTimeFormat, useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Review} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {RoleStanding, Verdict} from '../verdict/verdict.ts'
import {useHeldRoles} from './useHeldRoles.ts'

/** Who has signed in which role, and who is missing. */
export function Signatures({model, verdict}: {model: GateModel; verdict: Verdict}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const held = useHeldRoles(model)
  return (
    <Stack gap={3} as="section" aria-label={t('signatures.title')}>
      <Text size={1} weight="semibold">
        {t('signatures.title')}
      </Text>
      <Card border radius={2}>
        <Stack as="ul" padding={0} style={{listStyle: 'none', margin: 0}}>
          {verdict.roles.map((standing, index) => (
            <Card
              as="li"
              borderTop={index > 0}
              key={standing.role}
              padding={3}
              data-testid={`signature-${standing.role}`}
            >
              <Signature
                isHeld={held?.has(standing.role) !== false}
                standing={standing}
                title={model.options.roles[standing.role]?.title ?? standing.role}
              />
            </Card>
          ))}
        </Stack>
      </Card>
    </Stack>
  )
}

interface Shown {
  icon: ComponentType
  key: string
  review?: Review
}

function shown({approvals, word, latest}: RoleStanding): Shown {
  const approval = approvals.at(-1)
  if (approval) return {icon: CheckmarkCircleIcon, key: 'signatures.approved', review: approval}
  if (word) return {icon: CommentIcon, key: 'signatures.changesRequested', review: word}
  if (latest) return {icon: WarningOutlineIcon, key: 'signatures.outdated', review: latest}
  return {icon: CircleIcon, key: 'signatures.missing'}
}

interface SignatureProps {
  standing: RoleStanding
  title: string
  /** Somebody could sign in this role. */
  isHeld: boolean
}

function Signature({standing, title, isHeld}: SignatureProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const {icon, key, review} = shown(standing)
  const date = review ? format.format(new Date(review.signedAt)) : ''
  return (
    <Flex gap={3}>
      <Text size={1} muted={!review}>
        {createElement(icon)}
      </Text>
      <Stack gap={2} flex={1}>
        <Text size={1} weight="medium">
          {title}
        </Text>
        <Text muted size={1}>
          {t(key, {name: review?.reviewerName, date})}
        </Text>
        {!isHeld && standing.approvals.length === 0 && (
          <Text size={1}>{t('signatures.held-by-nobody')}</Text>
        )}
        {review && review.editors === undefined && (
          <Text muted size={1}>
            {t('signatures.editors-unknown')}
          </Text>
        )}
        {review?.comment && (
          <Text muted size={1}>
            “{review.comment}”
          </Text>
        )}
      </Stack>
    </Flex>
  )
}
