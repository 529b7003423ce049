import {Checkbox, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {Field} from '../dialogs/Field.tsx'
import {claimGateLocaleNamespace} from '../i18n/index.ts'

/** Whether what rests on the older wording may go on, and until which day (`YYYY-MM-DD`; empty: for ever). */
export interface CarryChoice {
  chosen: boolean
  until: string
}

interface CarryFieldsProps {
  value: CarryChoice
  /** The role approves nothing here: it can only carry forward. */
  only: boolean
  onChange: (value: CarryChoice) => void
}

/** Asks whether dependants need no review of their own, and for how long. */
export function CarryFields({value, only, onChange}: CarryFieldsProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const boxId = useId()
  const chosen = value.chosen || only
  return (
    <Stack gap={4}>
      <Flex as="label" gap={3} htmlFor={boxId}>
        <Checkbox
          checked={chosen}
          disabled={only}
          id={boxId}
          onChange={(event) => onChange({...value, chosen: event.currentTarget.checked})}
        />
        <Stack flex={1} gap={2}>
          <Text size={1} weight="medium">
            {t('carry.choose')}
          </Text>
          <Text muted size={1}>
            {t(only ? 'carry.only' : 'carry.hint')}
          </Text>
        </Stack>
      </Flex>
      {chosen && (
        <Field hint={t('carry.until.hint')} label={t('carry.until')}>
          {(dateId) => (
            <TextInput
              fontSize={1}
              id={dateId}
              onChange={(event) => onChange({...value, until: event.currentTarget.value})}
              type="date"
              value={value.until}
            />
          )}
        </Field>
      )}
    </Stack>
  )
}
