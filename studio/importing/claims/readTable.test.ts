import {describe, expect, test} from 'vitest'
import {readTable} from './readTable.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => readTable(bytes(text))
const table = (header: string[], ...rows: [line: number, cells: string[]][]) => ({
  table: {header, rows: rows.map(([line, cells]) => ({line, cells}))},
})

describe('readTable', () => {
  test.each([',', ';', '\t'])('finds the separator %j', (separator) => {
    expect(read(['a', 'b'].join(separator) + '\n' + ['1', '2'].join(separator))).toEqual(
      table(['a', 'b'], [2, ['1', '2']]),
    )
  })

  test('takes the separator that the first line names', () => {
    expect(read('sep=;\r\na,x;b\r\n1;2\r\n')).toEqual(table(['a,x', 'b'], [3, ['1', '2']]))
  })

  test('drops the byte order mark, blank lines and Windows line ends, and counts lines of the file', () => {
    expect(read('\uFEFF\r\na,b\r\n"1\r\n2",x\r\n,\r\n\r\n3,4\r\n')).toEqual(
      table(['a', 'b'], [3, ['1\n2', 'x']], [7, ['3', '4']]),
    )
  })

  test('keeps doubled quotation marks and formulas as text', () => {
    expect(read('a,b\n"say ""hi""",=HYPERLINK(1)')).toEqual(
      table(['a', 'b'], [2, ['say "hi"', '=HYPERLINK(1)']]),
    )
  })

  test('keeps ragged rows as they are', () => {
    expect(read('a,b\n1\n1,2,3')).toEqual(table(['a', 'b'], [2, ['1']], [3, ['1', '2', '3']]))
  })

  test('reads the “Unicode text” of spreadsheets', () => {
    const utf16 = Buffer.from('\uFEFFa\tb\r\n1\té', 'utf16le')
    expect(readTable(utf16)).toEqual(table(['a', 'b'], [2, ['1', 'é']]))
  })

  test.each([
    ['an empty file', bytes(''), 'file.empty'],
    ['nothing but blanks', bytes('\uFEFF \n\n'), 'file.empty'],
    ['a header alone', bytes('a,b\n'), 'file.no-rows'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0), 'file.workbook'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff), 'file.binary'],
    ['text with a zero', bytes('a,b\n1,\0'), 'file.binary'],
    ['Latin-1', Buffer.from('Wording\n36 °C', 'latin1'), 'file.not-utf8'],
    ['too many columns', bytes(`${'a,'.repeat(300)}\n1`), 'file.columns'],
    ['too much', new Uint8Array(50_000_001), 'file.too-large'],
  ])('refuses %s', (_, file, key) => {
    expect(readTable(file)).toMatchObject({unreadable: {key}})
  })

  test.each([
    ['never closes', 'a,b\n1,2\n"3,4\n5,6', 3],
    ['closes within a cell', 'a,b\n1,"x"y\n3,4', 2],
  ])('refuses a quotation mark that %s, by its line', (_, text, line) => {
    expect(read(text)).toEqual({unreadable: {key: 'file.quotes', params: {line}}})
  })

  test('reads a cell of 1 MB, and 50,000 rows', () => {
    const long = 'x'.repeat(1_000_000)
    expect(read(`a,b\n1,"${long}"`)).toEqual(table(['a', 'b'], [2, ['1', long]]))
    const rows = Array.from({length: 50_000}, (_, at) => `${at},"${at}\n"`).join('\n')
    const many = read(`a,b\n${rows}`)
    expect('table' in many && many.table.rows.at(-1)).toEqual({
      line: 100_000,
      cells: ['49999', '49999\n'],
    })
  })
})
