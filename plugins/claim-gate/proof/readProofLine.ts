import {isRecord, textAt} from '../model/record.ts'
import {mismatch, type Mismatch} from './finding.ts'
import type {ProofChain} from './proofChain.ts'
import {PROOF_KINDS, type ProofRecord} from './proofRecord.ts'
import type {Line} from './readLines.ts'

/** A line that is as it was written, or what is wrong with it. */
export type ReadLine = {record: ProofRecord} | {record?: ProofRecord; wrong: Mismatch}

/** Reads the next line of a proof and writes it again in the chain: the two must be the same text. */
export function readProofLine({text, ended}: Line, chain: ProofChain): ReadLine {
  if (text === undefined) return {wrong: mismatch('a line of UTF-8 text', 'bytes that are none')}
  const parsed = parse(text)
  if (!parsed) {
    return {wrong: mismatch('JSON with a hash, a kind and a value', excerpt(text))}
  }
  const {record, hash} = parsed
  const written = chain.line(record)
  if (hash !== chain.hash) {
    return {
      record,
      wrong: mismatch(
        `hash ${chain.hash}, which follows from this line and the hash before it`,
        `hash ${excerpt(hash)}: this line was changed, or lines before it were taken out, put in or moved`,
      ),
    }
  }
  if (written !== text) {
    return {record, wrong: mismatch('the text that was exported', 'the same data in another text')}
  }
  if (!ended) {
    return {record, wrong: mismatch('a line feed after the line', 'the end of the file')}
  }
  return {record}
}

function parse(text: string): {record: ProofRecord; hash: string} | undefined {
  const parsed = parseJson(text)
  if (!isRecord(parsed)) return undefined
  const hash = textAt(parsed, 'hash')
  const kind = PROOF_KINDS.find((known) => known === parsed.kind)
  const {value} = parsed
  return hash !== undefined && kind && isRecord(value) ? {record: {kind, value}, hash} : undefined
}

/** The value of a JSON text; `undefined` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** As much of what a file holds as may be printed. */
function excerpt(text: string): string {
  const shown = text.slice(0, 80).replaceAll(/[^\P{C} ]/gu, '\uFFFD')
  return text.length > 80 ? `${shown}…` : shown
}
