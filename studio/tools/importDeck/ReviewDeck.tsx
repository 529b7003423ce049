import {Button, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useState, type Dispatch, type ReactElement} from 'react'
import type {DeckSettings} from '../../importing/deck/deckSettings.ts'
import {saidAlike, type SlideChoice} from '../../importing/deck/slideChoice.ts'
import {DeckFields} from './DeckFields.tsx'
import {focusOnce, UNFRAMED} from '../frame/focusOnce.ts'
import {ImportBar} from './ImportBar.tsx'
import {Imported} from './Imported.tsx'
import type {ImportedFile} from './importedFile.ts'
import {PLAIN_LIST} from '../../../plugins/claim-gate/explain/plainList.ts'
import {SlideReview} from './SlideReview.tsx'
import {useChoices, type Decision} from './useChoices.ts'
import {useImport} from './useImport.ts'
import {useWords} from './useWords.ts'

interface ReviewDeckProps {
  file: ImportedFile
  /** Lets the file go. */
  onLeave: () => void
}

/** The deck and each of its slides, to be decided about; then what came of it. */
export function ReviewDeck({file, onLeave}: ReviewDeckProps): ReactElement {
  const {slides, launches, standings, name} = file
  const [choices, decide] = useChoices(file)
  const [settings, setSettings] = useState<DeckSettings>({
    title: name.replace(/\.pptx$/iu, ''),
    markets: [],
  })
  const {state, start} = useImport(file)
  if (state.status === 'done')
    return <Imported count={state.count} deckId={state.deckId} onLeave={onLeave} />
  const chosen = slides.flatMap(({slide}, at) => {
    const choice = choices[at]
    return choice?.included ? [{slide, choice}] : []
  })
  const isImporting = state.status === 'importing'
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <Heading as="h2" ref={focusOnce} size={1} style={UNFRAMED} tabIndex={-1}>
          {name}
        </Heading>
        <Summary choices={choices} decide={decide} disabled={isImporting} file={file} />
      </Stack>
      <DeckFields
        disabled={isImporting}
        launches={launches}
        onChange={(change) => setSettings((before) => ({...before, ...change}))}
        settings={settings}
      />
      <Stack as="ol" gap={4} padding={0} style={PLAIN_LIST}>
        {slides.map((each, at) => {
          const choice = choices[at]
          return (
            choice && (
              <SlideReview
                at={at}
                choice={choice}
                decide={decide}
                disabled={isImporting}
                key={each.slide.page}
                standings={standings}
                suggested={each}
              />
            )
          )
        })}
      </Stack>
      <ImportBar
        count={chosen.length}
        hasTitle={settings.title.trim() !== ''}
        onImport={() => start({...settings, title: settings.title.trim()}, chosen)}
        onLeave={onLeave}
        state={state}
      />
    </Stack>
  )
}

interface SummaryProps {
  file: ImportedFile
  choices: readonly SlideChoice[]
  disabled: boolean
  decide: Dispatch<Decision>
}

/** What came in, and one step for all that is said in approved words: a person takes it. */
function Summary({file, choices, disabled, decide}: SummaryProps): ReactElement {
  const t = useWords()
  const hidden = file.slides.filter(({slide}) => slide.hidden).length
  const alike = file.slides.flatMap(({statements}, at) => {
    const choice = choices[at]
    const said = choice ? saidAlike(choice, statements, file.standings) : []
    return said.map((each) => ({...each, statement: `${at} ${each.key}`}))
  })
  const count = new Set(alike.map(({statement}) => statement)).size
  const isLeft = alike.some(({isAccepted}) => !isAccepted)
  const facts = [
    t('review.slides', {count: file.slides.length}),
    ...(hidden > 0 ? [t('review.hidden', {count: hidden})] : []),
    t('review.alike', {count}),
  ]
  return (
    <Flex align="center" gap={3} wrap="wrap">
      <Text muted size={1}>
        {facts.join(' · ')}
      </Text>
      {alike.length > 0 && (
        <Button
          disabled={disabled}
          fontSize={1}
          mode="ghost"
          onClick={() => decide({allAlike: isLeft})}
          padding={2}
          text={t(isLeft ? 'review.accept' : 'review.refuse', {count})}
        />
      )}
    </Flex>
  )
}
