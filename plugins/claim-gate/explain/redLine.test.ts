import {fc, test as property} from '@fast-check/vitest'
import {describe, expect, test} from 'vitest'
import {redLine, type RedLineRow} from './redLine.ts'

const lines = (before: object | undefined, after: object | undefined): RedLineRow[] =>
  redLine(before && JSON.stringify(before), after && JSON.stringify(after))
const shown = (row: RedLineRow | undefined): string =>
  row?.kind === 'text'
    ? row.parts
        .map(({value, change}) =>
          change === 'kept' ? value : `[${change === 'added' ? '+' : '-'}${value}]`,
        )
        .join('')
    : ''

describe('a red-line', () => {
  test('names only fields that differ, and marks words, numbers whole', () => {
    const rows = lines(
      {_type: 'c', text: 'Mean set-up 51.5 vs 94 seconds', kind: 'x'},
      {_type: 'c', text: 'Mean set-up 51.9 vs 94 seconds', kind: 'x'},
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.path).toEqual(['text'])
    expect(shown(rows[0])).toBe('Mean set-up [-51.5][+51.9] vs 94 seconds')
  })

  test('of a new document is all added; of nothing changed, nothing', () => {
    expect(shown(lines(undefined, {text: 'new'})[0])).toBe('[+new]')
    expect(lines({text: 'a'}, {text: 'a'})).toEqual([])
  })

  test('shows a reference that was replaced by its ids', () => {
    const list = (ref: string) => ({
      studies: [
        {_type: 'reference', _ref: 'kept'},
        {_type: 'reference', _ref: ref},
      ],
    })
    expect(lines(list('a'), list('b'))).toEqual([
      {kind: 'reference', path: ['studies'], removed: 'a', added: 'b'},
    ])
  })

  test('reads portable text as text, and says when only citations or formatting moved', () => {
    const body = (text: string, marks: unknown[] = []) => ({
      body: [
        {_type: 'block', children: [{_type: 'span', text, ...(marks.length > 0 ? {marks} : {})}]},
      ],
    })
    expect(shown(lines(body('Warm the patient'), body('Warm every patient'))[0])).toBe(
      'Warm [-the][+every] patient',
    )
    expect(lines(body('A'), body('A', ['strong']))).toEqual([{kind: 'marks', path: ['body']}])
  })

  test('sets a changed member of a list against what it was', () => {
    const endpoints = (p: string) => ({
      endpoints: [
        {name: 'a', p: '1'},
        {name: 'b', p},
      ],
    })
    expect(lines(endpoints('0.04'), endpoints('0.06'))).toMatchObject([{path: ['endpoints', 'p']}])
  })
})

const record = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/u), fc.jsonValue({maxDepth: 3}), {
  maxKeys: 5,
})

property.prop([record, record], {seed: 20_261_124, numRuns: 300})(
  'is empty only when nothing differs',
  (a, b) => {
    expect(lines(a, b).length > 0).toBe(JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b)))
  },
)

const sorted = (value: object): object =>
  Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
