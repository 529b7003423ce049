import {Button, Flex, Stack} from '@sanity/ui'
import {useState, type ReactElement, type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {PLAIN_LIST} from './plainList.ts'

interface FirstOfProps<Item> {
  items: readonly Item[]
  /** How many are shown until somebody asks for all. */
  first: number
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
}

/** A list that begins short: hundreds at once hide what stands below them. */
export function FirstOf<Item>(props: FirstOfProps<Item>): ReactElement | null {
  const {items, first, keyOf, children} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const [isWhole, setWhole] = useState(false)
  if (items.length === 0) return null
  const shown = isWhole ? items : items.slice(0, first)
  return (
    <Stack gap={4}>
      <Stack as="ul" gap={4} padding={0} style={PLAIN_LIST}>
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </Stack>
      {items.length > first && (
        <Flex>
          <Button
            aria-expanded={isWhole}
            fontSize={1}
            mode="ghost"
            onClick={() => setWhole(!isWhole)}
            text={t(isWhole ? 'list.fewer' : 'list.all', {count: isWhole ? first : items.length})}
          />
        </Flex>
      )}
    </Stack>
  )
}
