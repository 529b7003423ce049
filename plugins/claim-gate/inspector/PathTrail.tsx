import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Card, Flex, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {World} from '../verdict/worldState.ts'
import {DocumentLink} from './DocumentLink.tsx'

interface PathTrailProps {
  /** From the document to what moved. */
  path: readonly string[]
  type: string
  world: World
}

/** Source → … → this document, as a breadcrumb whose every step opens beside. */
export function PathTrail({path, type, world}: PathTrailProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const [own, ...rest] = path
  return (
    <Flex
      align="center"
      aria-label={t('reason.path')}
      as="nav"
      gap={2}
      wrap="wrap"
      data-testid="reason-path"
    >
      {rest.toReversed().map((id) => (
        <Flex align="center" gap={2} key={id}>
          <Step id={id} type={world.documents.get(id)?._type} />
          <Text muted size={1}>
            <ChevronRightIcon />
          </Text>
        </Flex>
      ))}
      <Card padding={2} radius={2} tone="transparent" title={own} data-type={type}>
        <Text size={1} weight="medium">
          {t('reason.path.this')}
        </Text>
      </Card>
    </Flex>
  )
}

function Step({id, type}: {id: string; type: string | undefined}): ReactElement {
  const title = useDocumentTitle(id, type)
  if (type === undefined)
    return (
      <Text muted size={1}>
        {id}
      </Text>
    )
  return <DocumentLink id={id} text={title} type={type} />
}
