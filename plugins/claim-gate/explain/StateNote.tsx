import {Flex, Text} from '@sanity/ui'
import {createElement, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {stateLook} from './stateLook.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {State} from '../verdict/verdict.ts'

/** A state by its icon and its word. */
export function StateNote({state}: {state: State}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Flex align="center" flex="none" gap={2} title={t(`state.${state}.title`)}>
      <Text muted size={1}>
        {createElement(stateLook(state).icon)}
      </Text>
      <Text muted size={1}>
        {t(`state.${state}.word`)}
      </Text>
    </Flex>
  )
}
