import {AddIcon} from '@sanity/icons/Add'
import {TrashIcon} from '@sanity/icons/Trash'
import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {Field} from '../dialogs/Field.tsx'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {findQuote} from '../reviewing/findQuote.ts'

/** What is said of certain words, as it is being typed: other words for them, or something about them. */
export interface RemarkDraft {
  key: string
  kind: 'words' | 'remark'
  quote: string
  replacement: string
  text: string
}

interface RemarkFieldsProps {
  candidate: GateDocument
  value: readonly RemarkDraft[]
  onChange: (value: readonly RemarkDraft[]) => void
}

/** Asks which words should read otherwise, or are spoken of; where they stand is found from the words themselves. */
export function RemarkFields({candidate, value, onChange}: RemarkFieldsProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const add = (kind: RemarkDraft['kind']): void =>
    onChange([...value, {key: crypto.randomUUID(), kind, quote: '', replacement: '', text: ''}])
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
      <Flex gap={2} wrap="wrap">
        {(['words', 'remark'] as const).map((kind) => (
          <Button
            fontSize={1}
            icon={AddIcon}
            key={kind}
            mode="bleed"
            onClick={() => add(kind)}
            padding={2}
            text={t(`remark.add.${kind}`)}
          />
        ))}
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
        {remark.kind === 'words' && (
          <Line
            label={t('remark.replacement')}
            onChange={(replacement) => onChange({...remark, replacement})}
            value={remark.replacement}
          />
        )}
        <Line
          label={t(`remark.text.${remark.kind}`)}
          onChange={(text) => onChange({...remark, text})}
          value={remark.text}
        />
      </Stack>
    </Card>
  )
}

interface LineProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function Line({label, value, onChange}: LineProps): ReactElement {
  return (
    <Field label={label}>
      {(id) => (
        <TextInput
          fontSize={1}
          id={id}
          onChange={(event) => onChange(event.currentTarget.value)}
          value={value}
        />
      )}
    </Field>
  )
}
