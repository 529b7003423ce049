import {AddIcon} from '@sanity/icons/Add'
import {TrashIcon} from '@sanity/icons/Trash'
import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {Field} from '../dialogs/Field.tsx'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {findQuote} from '../reviewing/findQuote.ts'

/** Words that are to be replaced, as they are being typed. */
export interface RemarkDraft {
  key: string
  quote: string
  replacement: string
}

interface RemarkFieldsProps {
  candidate: GateDocument
  value: readonly RemarkDraft[]
  onChange: (value: readonly RemarkDraft[]) => void
}

/** Asks which words should read otherwise; where they stand is found from the words themselves. */
export function RemarkFields({candidate, value, onChange}: RemarkFieldsProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const add = (): void =>
    onChange([...value, {key: crypto.randomUUID(), quote: '', replacement: ''}])
  return (
    <Stack gap={3}>
      {value.map((remark) => (
        <RemarkRow
          candidate={candidate}
          key={remark.key}
          onChange={(changed) =>
            onChange(value.map((each) => (each.key === remark.key ? changed : each)))
          }
          onRemove={() => onChange(value.filter((each) => each.key !== remark.key))}
          remark={remark}
        />
      ))}
      <Flex>
        <Button
          fontSize={1}
          icon={AddIcon}
          mode="bleed"
          onClick={add}
          padding={2}
          text={t('remark.add')}
        />
      </Flex>
    </Stack>
  )
}

interface RemarkRowProps {
  candidate: GateDocument
  remark: RemarkDraft
  onChange: (remark: RemarkDraft) => void
  onRemove: () => void
}

function RemarkRow({candidate, remark, onChange, onRemove}: RemarkRowProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const quoteId = useId()
  const place = remark.quote === '' ? undefined : findQuote(candidate, remark.quote)
  return (
    <Card border padding={3} radius={2} tone={place && 'none' in place ? 'caution' : 'default'}>
      <Stack gap={3}>
        <Flex align="center" gap={2}>
          <Text as="label" htmlFor={quoteId} size={1} style={{flex: 1}} weight="medium">
            {t('remark.quote')}
          </Text>
          <Button
            aria-label={t('remark.remove')}
            fontSize={1}
            icon={TrashIcon}
            mode="bleed"
            onClick={onRemove}
            padding={2}
          />
        </Flex>
        <TextInput
          fontSize={1}
          id={quoteId}
          onChange={(event) => onChange({...remark, quote: event.currentTarget.value})}
          value={remark.quote}
        />
        {place && 'none' in place && (
          <Text as="output" size={1}>
            {t(`remark.${place.none}`)}
          </Text>
        )}
        <Field label={t('remark.replacement')}>
          {(wordsId) => (
            <TextInput
              fontSize={1}
              id={wordsId}
              onChange={(event) => onChange({...remark, replacement: event.currentTarget.value})}
              value={remark.replacement}
            />
          )}
        </Field>
      </Stack>
    </Card>
  )
}
