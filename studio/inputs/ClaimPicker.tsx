import {SearchIcon} from '@sanity/icons/Search'
import {Card, Stack, Text, TextInput} from '@sanity/ui'
import {useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement} from 'react'
import type {ClaimEntry} from '../matching/claimEntry.ts'
import type {KnownClaims} from '../matching/observeClaims.ts'
import {ClaimOption} from './ClaimOption.tsx'
import {useClaimChoices} from './useClaimChoices.ts'

interface ClaimPickerProps {
  claims: Extract<KnownClaims, {status: 'ready'}>
  /** The words that are to be tied. */
  words: string
  onChoose: (claim: ClaimEntry) => void
}

const NONE = -1
const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

/** In sight while the claims below it are scrolled. */
const STAYS = {position: 'sticky', top: 0, zIndex: 1} as const

/** A search field over the claims, and what it finds: arrows move, Enter chooses; at first, what the words state. */
export function ClaimPicker({claims, words, onChoose}: ClaimPickerProps): ReactElement {
  const [search, setSearch] = useState('')
  const [moved, setMoved] = useState<number>()
  const choices = useClaimChoices(claims, words, search)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  // Enter chooses nothing that nobody asked for and that the words do not state.
  const isMeant = search.trim() !== '' || choices[0]?.verdict !== undefined
  const active = Math.min(moved ?? (isMeant ? 0 : NONE), choices.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS.get(event.key)
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== undefined) setMoved(moveWithin(choices.length, active, step))
    else if (choices[active]) onChoose(choices[active].claim)
  }
  return (
    <Stack gap={3}>
      <Card style={STAYS}>
        <TextInput
          {...(active === NONE ? {} : {'aria-activedescendant': `${id}-${active}`})}
          aria-autocomplete="list"
          aria-controls={id}
          aria-expanded
          aria-label="Find a claim"
          autoComplete="off"
          fontSize={1}
          icon={SearchIcon}
          onChange={({currentTarget}) => {
            setSearch(currentTarget.value)
            setMoved(undefined)
          }}
          onKeyDown={onKeyDown}
          placeholder="Code, words or evidence"
          ref={field}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is an input: a text field over a list
          role="combobox"
          value={search}
        />
      </Card>
      {choices.length === 0 && (
        <Text as="output" muted size={1}>
          No claim has these words. Try its code, or fewer words.
        </Text>
      )}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select shows no statements */}
      <Stack aria-label="Claims" gap={1} id={id} role="listbox">
        {choices.map((choice, position) => (
          <ClaimOption
            choice={choice}
            id={`${id}-${position}`}
            isActive={position === active}
            key={choice.claim.id}
            onChoose={() => onChoose(choice.claim)}
            standing={claims.standings.get(choice.claim.id)}
          />
        ))}
      </Stack>
    </Stack>
  )
}

/** From the last to the first and back; upwards from none is the last. */
function moveWithin(count: number, active: number, step: number): number {
  if (count === 0) return NONE
  return active === NONE && step < 0 ? count - 1 : (active + step + count) % count
}
