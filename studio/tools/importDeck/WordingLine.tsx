import {Text} from '@sanity/ui'
import type {CSSProperties, ReactElement} from 'react'
import type {WordingDifference} from '../../importing/deck/wordingDifference.ts'

const REMOVED: CSSProperties = {
  background: 'var(--card-badge-critical-bg-color)',
  color: 'var(--card-badge-critical-fg-color)',
  borderRadius: 2,
  padding: '0 1px',
}
const ADDED: CSSProperties = {
  background: 'var(--card-badge-positive-bg-color)',
  color: 'var(--card-badge-positive-fg-color)',
  borderRadius: 2,
  fontWeight: 600,
  padding: '0 1px',
  textDecoration: 'underline',
}
const LINES: CSSProperties = {whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}

/** Approved words struck out, and words of the slide put in: told by mark as well as by colour. */
export function WordingLine({parts}: Pick<WordingDifference, 'parts'>): ReactElement {
  return (
    <Text data-testid="wording" size={1} style={LINES}>
      {parts.map(({value, change}, at) => {
        const key = `${at} ${change}`
        if (change === 'removed')
          return (
            <del key={key} style={REMOVED}>
              {value}
            </del>
          )
        return change === 'added' ? (
          <ins key={key} style={ADDED}>
            {value}
          </ins>
        ) : (
          value
        )
      })}
    </Text>
  )
}
