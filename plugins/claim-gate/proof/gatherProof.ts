import {textAt} from '../model/record.ts'
import {mismatch, type Finding, type Mismatch} from './finding.ts'
import {gatherRecord} from './gatherRecord.ts'
import {createProofChain} from './proofChain.ts'
import {emptyContents, type ProofContents} from './proofContents.ts'
import type {ProofRecord} from './proofRecord.ts'
import {readHeader, whyNoProof} from './readHeader.ts'
import {readLines, type Bytes} from './readLines.ts'
import {readProofLine} from './readProofLine.ts'
import {checkOrder, nameOf} from './recordOrder.ts'

/** What a file is in which something is wrong, or which is no proof at all. */
export type Failed = {status: 'wrong'; finding: Finding} | {status: 'noProof'; reason: string}

/** Reads a proof line by line: each must be as it was written, where it belongs, and right by itself. */
export async function gatherProof(
  bytes: Bytes,
): Promise<Failed | {contents: ProofContents; root: string}> {
  const chain = createProofChain()
  let contents: ProofContents | undefined
  let before: ProofRecord | undefined
  for await (const line of readLines(bytes)) {
    const at = chain.lines + 1
    const read = readProofLine(line, chain)
    const reason = contents ? undefined : whyNoProof(read.record)
    if (reason) return {status: 'noProof', reason}
    if ('wrong' in read) return wrongAt(at, nameOf(read.record), read.wrong)
    const taken = contents ? takeIn(contents, before, read.record, at) : begin(read.record)
    if ('expected' in taken) return wrongAt(at, nameOf(read.record), taken)
    contents = taken
    before = read.record
  }
  if (!contents) return {status: 'noProof', reason: 'it is empty'}
  if (before?.kind === 'end') return {contents, root: chain.hash}
  return wrongAt(chain.lines + 1, 'end', mismatch('a last line', 'the end of the file'))
}

function wrongAt(line: number, what: string, found: Mismatch): Failed {
  return {status: 'wrong', finding: {line, what, ...found}}
}

function begin({value}: ProofRecord): ProofContents | Mismatch {
  const header = readHeader(value)
  return 'expected' in header ? header : emptyContents(header)
}

function takeIn(
  contents: ProofContents,
  before: ProofRecord | undefined,
  record: ProofRecord,
  at: number,
): ProofContents | Mismatch {
  const misplaced = before && checkOrder(before, record, at - 1)
  if (misplaced) return misplaced
  if (record.kind === 'end') return contents
  const id = textAt(record.value, '_id') ?? ''
  if (contents.lines.has(id)) return mismatch('each id once', `${id} twice`)
  contents.lines.set(id, at)
  return gatherRecord(contents, record) ?? contents
}
