import {Badge, Box, Card, Checkbox, Flex, Select, Stack, Text} from '@sanity/ui'
import {memo, type CSSProperties, type Dispatch, type ReactElement} from 'react'
import type {SlideChoice} from '../../importing/deck/slideChoice.ts'
import type {SuggestedSlide} from '../../importing/deck/statements.ts'
import {SLIDE_KINDS} from '../../../schemas/choices.ts'
import type {ImportedFile} from './importedFile.ts'
import {LeftOutList} from './LeftOutList.tsx'
import {PLAIN_LIST} from '../../../plugins/claim-gate/explain/plainList.ts'
import {SmallSlide} from './SmallSlide.tsx'
import {Statement} from './Statement.tsx'
import type {Decision} from './useChoices.ts'
import {useWords} from './useWords.ts'

interface SlideReviewProps {
  at: number
  suggested: SuggestedSlide
  choice: SlideChoice
  standings: ImportedFile['standings']
  disabled: boolean
  decide: Dispatch<Decision>
}

/** Side by side where there is room. */
const BESIDE: CSSProperties = {flex: '1 1 280px', minWidth: 0}
const SAID: CSSProperties = {flex: '2 1 420px', minWidth: 0}
/** Slides that are out of sight are not laid out: a deck may have hundreds. */
const WHEN_SEEN: CSSProperties = {contentVisibility: 'auto', containIntrinsicSize: 'auto 360px'}

/** A small slide beside what it says, and which claim each of its statements may make. */
export const SlideReview = memo(function SlideReview(props: SlideReviewProps): ReactElement {
  const {at, suggested, choice, standings, disabled, decide} = props
  const {slide, statements} = suggested
  const t = useWords()
  return (
    <Box as="li" style={WHEN_SEEN}>
      <Card border padding={4} radius={2} tone={choice.included ? 'default' : 'transparent'}>
        <Flex gap={5} wrap="wrap">
          <Stack gap={4} style={BESIDE}>
            <SlideChoices
              at={at}
              choice={choice}
              decide={decide}
              disabled={disabled}
              slide={slide}
            />
            <SmallSlide slide={slide} withPicture={choice.withPicture} />
            {slide.notes !== '' && <Notes text={slide.notes} />}
            <LeftOutList leftOut={slide.leftOut} />
          </Stack>
          {statements.length === 0 && (
            <Text muted size={1} style={SAID}>
              {t('slide.empty')}
            </Text>
          )}
          <Stack as="ul" gap={4} padding={0} style={{...PLAIN_LIST, ...SAID}}>
            {statements.map((statement) => (
              <Statement
                accepted={choice.accepted[statement.key] ?? []}
                disabled={disabled || !choice.included}
                key={statement.key}
                onDecide={(claim, accept) => decide({at, key: statement.key, claim, accept})}
                standings={standings}
                statement={statement}
              />
            ))}
          </Stack>
        </Flex>
      </Card>
    </Box>
  )
})

interface SlideChoicesProps extends Omit<SlideReviewProps, 'suggested' | 'standings'> {
  slide: SuggestedSlide['slide']
}

/** Whether the slide is taken over, as what kind, and with its picture. */
function SlideChoices({at, slide, choice, disabled, decide}: SlideChoicesProps): ReactElement {
  const t = useWords()
  const {page} = slide
  return (
    <Stack gap={4}>
      <Flex align="center" gap={3} wrap="wrap">
        <Text as="h3" size={1} weight="semibold">
          {t('slide.page', {page})}
        </Text>
        {slide.hidden && <Badge tone="caution">{t('slide.hidden')}</Badge>}
        <Flex align="center" as="label" gap={2}>
          <Checkbox
            aria-label={t('slide.include.label', {page})}
            checked={choice.included}
            disabled={disabled}
            onChange={(event) => decide({at, set: {included: event.currentTarget.checked}})}
          />
          <Text size={1}>{t('slide.include')}</Text>
        </Flex>
        {slide.picture && (
          <Flex align="center" as="label" gap={2}>
            <Checkbox
              checked={choice.withPicture}
              disabled={disabled || !choice.included}
              onChange={(event) => decide({at, set: {withPicture: event.currentTarget.checked}})}
            />
            <Text size={1}>{t('slide.picture')}</Text>
          </Flex>
        )}
      </Flex>
      <Select
        aria-label={t('slide.kind', {page})}
        disabled={disabled || !choice.included}
        fontSize={1}
        onChange={(event) => decide({at, set: {kind: event.currentTarget.value}})}
        value={choice.kind}
      >
        {SLIDE_KINDS.map(({value, title}) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </Select>
    </Stack>
  )
}

const LINES: CSSProperties = {whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}

function Notes({text}: {text: string}): ReactElement {
  const t = useWords()
  return (
    <Stack gap={2}>
      <Text muted size={1} weight="medium">
        {t('slide.notes')}
      </Text>
      <Text muted size={1} style={LINES}>
        {text}
      </Text>
    </Stack>
  )
}
