import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Remark} from '../model/gateDocuments.ts'

interface RemarkLineProps {
  remark: Remark
  /** Whose remark it is. */
  name?: string
}

/** The words that are meant, those that should stand there instead, and what is said of them. */
export function RemarkLine({remark, name}: RemarkLineProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {quote, replacement, text} = remark
  const said = text === '' ? '' : `“${text}”`
  const by = name === undefined || said === '' ? (name ?? said) : `${name}: ${said}`
  return (
    <Stack flex={1} gap={3}>
      <Text size={1}>
        {replacement === undefined ? (
          t('remark.on', {quote})
        ) : (
          <>
            <del>{quote}</del> <ins>{replacement}</ins>
          </>
        )}
      </Text>
      {by !== '' && (
        <Text muted size={1}>
          {by}
        </Text>
      )}
    </Stack>
  )
}
