import {Stack, Text} from '@sanity/ui'
import {useMemo, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {RedLine} from '../explain/RedLine.tsx'
import {redLine} from '../explain/redLine.ts'
import {useSnapshot} from '../explain/useSnapshot.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'

interface ChangeSinceProps {
  /** Published id. */
  id: string
  /** Fingerprint of what was signed. */
  before: string
  /** Canonical content as it stands now. */
  after: string | undefined
}

/** The red-line from what was signed, which its snapshot keeps, to what stands now. */
export function ChangeSince({id, before, after}: ChangeSinceProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const snapshot = useSnapshot(id, before)
  const content = snapshot.status === 'ready' ? snapshot.content : undefined
  const rows = useMemo(
    () => (content === undefined ? [] : redLine(content, after)),
    [content, after],
  )
  if (snapshot.status === 'loading')
    return (
      <Text muted size={1}>
        {t('red-line.loading')}
      </Text>
    )
  if (snapshot.status === 'missing')
    return (
      <Text muted size={1}>
        {t('red-line.unknown')}
      </Text>
    )
  return (
    <Stack gap={3}>
      <RedLine rows={rows} />
    </Stack>
  )
}
