import {Card, Checkbox, Flex, Grid, Select, Stack, Text, TextInput} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {DeckSettings} from '../../importing/deck/deckSettings.ts'
import type {LaunchChoice} from '../../importing/deck/fetchLaunches.ts'
import {AUDIENCES, MARKETS} from '../../../schemas/choices.ts'
import {Field} from './Field.tsx'
import {useWords} from './useWords.ts'

interface DeckFieldsProps {
  settings: DeckSettings
  launches: readonly LaunchChoice[]
  disabled: boolean
  onChange: (change: Partial<DeckSettings>) => void
}

const PLAIN_FIELDSET = {border: 0, margin: 0, minWidth: 0, padding: 0}
const COLUMNS = {gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))'}

/** What the whole deck gets, and each of its slides with it. */
export function DeckFields(props: DeckFieldsProps): ReactElement {
  const {settings, launches, disabled, onChange} = props
  const t = useWords()
  const code = settings.materialCode ?? ''
  const chooseLaunch = (id: string): void => {
    const launch = launches.find(({_id}) => _id === id)
    // A launch knows where it takes place; what somebody chose stays.
    const markets = settings.markets.length > 0 ? settings.markets : (launch?.markets ?? [])
    onChange({launch: launch?._id, markets})
  }
  return (
    <Card border padding={4} radius={2}>
      <Stack gap={4}>
        <Text as="h3" size={1} weight="semibold">
          {t('deck.heading')}
        </Text>
        <Grid gap={4} style={COLUMNS}>
          <Field label={t('deck.title')}>
            {(id) => (
              <TextInput
                disabled={disabled}
                fontSize={1}
                id={id}
                onChange={(event) => onChange({title: event.currentTarget.value})}
                value={settings.title}
              />
            )}
          </Field>
          <Choice
            disabled={disabled}
            label={t('deck.launch')}
            none={t('deck.no-launch')}
            onChoose={chooseLaunch}
            options={launches.map(({_id, title}) => ({value: _id, title}))}
            value={settings.launch}
          />
          <Choice
            disabled={disabled}
            label={t('deck.audience')}
            none={t('deck.no-audience')}
            onChoose={(audience) => onChange({audience})}
            options={AUDIENCES}
            value={settings.audience}
          />
          <Field
            hint={t('deck.code.hint', {example: `${code || 'OS-NEW'}-003`})}
            label={t('deck.code')}
          >
            {(id) => (
              <TextInput
                disabled={disabled}
                fontSize={1}
                id={id}
                onChange={(event) => onChange({materialCode: event.currentTarget.value.trim()})}
                value={code}
              />
            )}
          </Field>
        </Grid>
        <Markets disabled={disabled} onChange={onChange} settings={settings} />
      </Stack>
    </Card>
  )
}

interface ChoiceProps {
  label: string
  /** The word for no choice. */
  none: string
  options: readonly {value: string; title: string}[]
  value: string | undefined
  disabled: boolean
  onChoose: (value: string) => void
}

function Choice({label, none, options, value, disabled, onChoose}: ChoiceProps): ReactElement {
  return (
    <Field label={label}>
      {(id) => (
        <Select
          disabled={disabled}
          fontSize={1}
          id={id}
          onChange={(event) => onChoose(event.currentTarget.value)}
          value={value ?? ''}
        >
          <option value="">{none}</option>
          {options.map((each) => (
            <option key={each.value} value={each.value}>
              {each.title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function Markets({
  settings: {markets},
  disabled,
  onChange,
}: Pick<DeckFieldsProps, 'settings' | 'disabled' | 'onChange'>): ReactElement {
  const t = useWords()
  return (
    <fieldset aria-label={t('deck.markets')} style={PLAIN_FIELDSET}>
      <Stack gap={4}>
        <Text size={1} weight="medium">
          {t('deck.markets')}
        </Text>
        <Flex gap={4} wrap="wrap">
          {MARKETS.map(({value, title}) => (
            <Flex align="center" as="label" gap={2} key={value}>
              <Checkbox
                checked={markets.includes(value)}
                disabled={disabled}
                onChange={(event) => {
                  const others = markets.filter((each) => each !== value)
                  onChange({markets: event.currentTarget.checked ? [...others, value] : others})
                }}
              />
              <Text size={1}>{title}</Text>
            </Flex>
          ))}
        </Flex>
      </Stack>
    </fieldset>
  )
}
