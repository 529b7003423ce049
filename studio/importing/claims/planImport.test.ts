import {describe, expect, test} from 'vitest'
import {libraryWith, outcomesOf, publishedClaim, reasonsOf} from './fixtures/stored.ts'

const HEADER = 'Code\tStatement\tCategory\tProduct\tEvidence\tPage\tAudience\tMarket\tLabel status'
const NEW = ['CLM-013', 'Cools', 'Safety', 'pump & line', 'tri-1', '7', 'HCP', 'US', 'On label']
const COLUMNS = HEADER.split('\t')

/** A file of one row that is new, but for some cells. */
function fileWith(cells: Readonly<Record<string, string>> = {}): string {
  const more = Object.keys(cells).filter((name) => !COLUMNS.includes(name))
  const row = COLUMNS.map((name, at) => cells[name] ?? NEW[at] ?? '')
  return (
    [...COLUMNS, ...more].join('\t') +
    '\n' +
    [...row, ...more.map((name) => cells[name])].join('\t')
  )
}

describe('a new claim', () => {
  test('has its id from its code, and every field in the shape of the content model', () => {
    expect(outcomesOf(fileWith())).toEqual([
      {
        status: 'new',
        line: 2,
        code: 'CLM-013',
        id: 'claim-013',
        claim: {
          code: 'CLM-013',
          statement: 'Cools',
          category: 'safety',
          product: {_type: 'reference', _ref: 'pump'},
          substantiation: [
            {
              _key: 'trial',
              _type: 'substantiation',
              evidence: {_type: 'reference', _ref: 'trial'},
              locator: {_type: 'locator', page: '7'},
            },
          ],
          audiences: ['HCP'],
          authorizations: [
            {_key: 'us', _type: 'authorization', market: 'US', labelStatus: 'onLabel'},
          ],
        },
      },
    ])
  })

  test.each([
    ['', 'code.missing'],
    ['clm-013', 'code.format'],
    ['CLM-01333', 'code.format'],
    ["=cmd|'/C calc'!A0", 'code.format'],
  ])('with the code %j is refused', (code, key) => {
    expect(reasonsOf(fileWith({Code: code}))).toEqual([key])
  })

  test.each([
    ['Statement', 'field.missing'],
    ['Category', 'field.missing'],
    ['Product', 'field.missing'],
    ['Audience', 'field.missing'],
    ['Market', 'market.missing'],
    ['Evidence', 'evidence.place-alone'],
    ['Label status', 'market.no-status'],
    ['Page', 'evidence.no-place'],
  ])('without %s is refused, with one reason', (column, key) => {
    expect(reasonsOf(fileWith({[column]: ''}))).toEqual([key])
  })

  test('is refused with every reason at once', () => {
    const cells = {
      Category: 'Nice',
      Product: 'Other',
      Evidence: 'TRI-9',
      Audience: 'All',
      Market: 'Mars',
    }
    expect(reasonsOf(fileWith(cells))).toEqual([
      'choice.unknown',
      'product.unknown',
      'evidence.unknown',
      'choice.unknown',
      'choice.unknown',
    ])
  })

  test('that says costs to others, or is over before it begins, is refused', () => {
    expect(reasonsOf(fileWith({Category: 'Economic', Audience: 'VAC|HCP'}))).toEqual([
      'audiences.economic',
    ])
    const days = {'Effective date': '2027-05-01', 'Expiry date': '2027-04-30'}
    expect(reasonsOf(fileWith(days))).toEqual(['day.reversed'])
    expect(reasonsOf(fileWith({'Expiry date': '03/04/2027'}))).toEqual(['day.unclear'])
  })

  test('does not get an id that another document has', () => {
    expect(reasonsOf(fileWith(), libraryWith([], ['drafts.claim-013']))).toEqual(['code.id-taken'])
    const other = {...publishedClaim, _id: 'claim-013'}
    expect(reasonsOf(fileWith(), libraryWith([other]))).toEqual(['code.id-taken'])
  })
})

describe('a claim that is there', () => {
  const row = (columns: string, cells: string) => outcomesOf(`Code,${columns}\nCLM-001,${cells}`)

  test('changes only in what differs; an empty cell says nothing', () => {
    expect(row('Statement,Category,Qualifier', 'Cools,Performance,')).toEqual([
      {
        status: 'changed',
        line: 2,
        code: 'CLM-001',
        id: 'claim-001',
        changes: [{field: 'statement', before: 'Warms', after: 'Cools'}],
        published: publishedClaim,
      },
    ])
  })

  test.each([
    ['Statement', ' Warms '],
    ['Audience', 'VAC|HCP'],
    ['Indications', '"Adults, before surgery"'],
    ['Evidence', '"TRI-1 (p. 4, Table 2)"'],
    ['Evidence,Page', 'trial,4'],
    ['Market', 'United States'],
    ['Market,Label status', 'US,On label'],
    ['Notes', ''],
  ])('is the same with %s as it is', (columns, cells) => {
    expect(row(columns, cells)).toMatchObject([{status: 'same', id: 'claim-001'}])
  })

  test('is read with its draft where it has one', () => {
    const draft = {...publishedClaim, _id: 'drafts.claim-001', statement: 'Cools'}
    const library = libraryWith([publishedClaim, draft])
    expect(outcomesOf('Code,Statement\nCLM-001,Cools', library)).toMatchObject([{status: 'same'}])
    expect(outcomesOf('Code,Statement\nCLM-001,Warms', library)).toMatchObject([
      {status: 'changed', draft, published: publishedClaim},
    ])
  })

  test('is refused where it is not plain which claim is meant', () => {
    const file = 'Code,Statement\nCLM-001,Cools'
    const copy = (_id: string, code = 'CLM-001') => ({...publishedClaim, _id, code})
    expect(reasonsOf(file, libraryWith([publishedClaim, copy('other')]))).toEqual(['code.several'])
    expect(reasonsOf(file, libraryWith([copy('versions.r.a')]))).toEqual(['code.in-release'])
    const moved = [publishedClaim, copy('drafts.claim-001', 'CLM-050')]
    expect(reasonsOf(file, libraryWith(moved))).toEqual(['code.moved'])
  })

  test('is refused where what it would be contradicts itself', () => {
    expect(reasonsOf('Code,Category\nCLM-001,Economic')).toEqual(['audiences.economic'])
    expect(reasonsOf('Code,Expires\nCLM-001,2026-01-01')).toEqual(['day.reversed'])
    expect(reasonsOf('Code,Label status\nCLM-001,CFL')).toEqual(['market.no-rationale'])
    expect(reasonsOf('Code,Supersedes\nCLM-001,CLM-001')).toEqual(['supersedes.itself'])
    expect(reasonsOf('Code,Supersedes\nCLM-001,CLM-009')).toEqual(['supersedes.unknown'])
  })
})

test('a semicolon does not part a wording from its qualifier', () => {
  const file = 'Code,Short versions\nCLM-001,"Bench; may not predict use|Warms"'
  expect(outcomesOf(file)).toMatchObject([
    {changes: [{after: ['Bench; may not predict use', 'Warms']}]},
  ])
})

describe('a file', () => {
  test('refuses every row of a code that stands in it twice', () => {
    expect(
      outcomesOf('Code,Statement\nCLM-001,a\nCLM-002,b\nCLM-001,c').map(({status}) => status),
    ).toEqual(['refused', 'refused', 'refused'])
    expect(outcomesOf('Code,Notes\nCLM-001,a\nCLM-001,a')).toMatchObject([
      {reasons: [{key: 'code.repeated', params: {lines: '2, 3'}}]},
      {reasons: [{key: 'code.repeated'}]},
    ])
  })

  test('refuses a row with more cells than columns, and takes missing ones as empty', () => {
    expect(reasonsOf('Code,Statement\nCLM-001,a,b')).toEqual(['row.too-many'])
    expect(outcomesOf('Code,Statement,Notes\nCLM-001')).toMatchObject([{status: 'same'}])
    expect(outcomesOf('Code,Statement\nCLM-001,Warms,,')).toMatchObject([{status: 'same'}])
  })

  test('refuses a cell of 1 MB and one that nobody can see whole', () => {
    expect(reasonsOf(`Code,Statement\nCLM-001,${'x'.repeat(1_000_000)}`)).toEqual(['cell.too-long'])
    expect(reasonsOf('Code,Statement\nCLM-001,a\u001b[31mb')).toEqual(['cell.invisible'])
    expect(reasonsOf('Code,Statement\nCLM-001,a\u202eb')).toEqual(['cell.invisible'])
  })

  test('keeps a formula as the text that it is', () => {
    expect(outcomesOf('Code,Statement\nCLM-001,=1+1')).toMatchObject([{changes: [{after: '=1+1'}]}])
  })

  test('of 50,000 rows is read', () => {
    const rows = Array.from({length: 50_000}, (_, at) => `CLM-${at},Statement ${at}`)
    const outcomes = outcomesOf(`Code,Statement\n${rows.join('\n')}`)
    expect(outcomes.length).toBe(50_000)
  })
})
