import Papa from 'papaparse'
import type {Reason} from './claimColumn.ts'
import {decodeFile} from './decodeFile.ts'
import {findDelimiter} from './findDelimiter.ts'

export interface TableRow {
  /** On which line of the file it begins; the first is 1. */
  line: number
  cells: readonly string[]
}

export interface Table {
  header: readonly string[]
  /** Without those that are blank. */
  rows: readonly TableRow[]
}

/** More columns than these are no claims library. */
const MAX_COLUMNS = 200

/** The first line by which some spreadsheets tell the separator. */
const SEPARATOR_LINE = /^sep=([,;\t])\n/iu

/** Reads a CSV file whole; one whose quotation marks do not close cannot be read in part. */
export function readTable(bytes: Uint8Array): {table: Table} | {unreadable: Reason} {
  const decoded = decodeFile(bytes)
  if ('unreadable' in decoded) return decoded
  const {text} = decoded
  const separator = SEPARATOR_LINE.exec(text)
  const start = separator?.[0].length ?? 0
  const content = text.slice(start).replace(/^\n+/u, '')
  const skipped = text.length - content.length
  const parsed = parse(
    content,
    separator?.[1] ?? findDelimiter(content),
    1 + lineFeeds(text.slice(0, skipped)),
  )
  if ('unreadable' in parsed) return parsed
  const [header, ...rows] = parsed.rows
  if (header === undefined || rows.length === 0) return {unreadable: {key: 'file.no-rows'}}
  if (header.cells.length > MAX_COLUMNS)
    return {unreadable: {key: 'file.columns', params: {limit: MAX_COLUMNS}}}
  return {table: {header: header.cells.map((cell) => cell.trim()), rows}}
}

function parse(
  text: string,
  delimiter: string,
  firstLine: number,
): {rows: TableRow[]} | {unreadable: Reason} {
  const rows: TableRow[] = []
  let line = firstLine
  let read = 0
  let broken: number | undefined
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({data, errors, meta}) {
      if (errors.some(({type}) => type === 'Quotes')) broken ??= line
      if (data.some((cell) => cell.trim() !== '')) rows.push({line, cells: data})
      line += lineFeeds(text.slice(read, meta.cursor))
      read = meta.cursor
    },
  })
  return broken === undefined ? {rows} : {unreadable: {key: 'file.quotes', params: {line: broken}}}
}

const lineFeeds = (text: string): number => text.split('\n').length - 1
