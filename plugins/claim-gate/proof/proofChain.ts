import {sha256Hex} from '../fingerprint/sha256Hex.ts'
import {canonicalJson} from './canonicalJson.ts'
import type {ProofRecord} from './proofRecord.ts'

/** Writes the lines of a proof one after another; each carries the hash of itself and of all before it. */
export interface ProofChain {
  /** The line of a record, without its line feed. */
  line(record: ProofRecord): string
  /** The last line: how many stand before it. */
  end(): string
  /** Hash of the newest line; of the last line it is the root, which stands for the whole file. */
  readonly hash: string
  /** Lines written so far. */
  readonly lines: number
}

/** The hash of a line is SHA-256 of the hash before it, a line feed, and `{"kind":…,"value":…}`; before the first is nothing. */
export function createProofChain(): ProofChain {
  const state = {hash: '', lines: 0}
  const line = ({kind, value}: ProofRecord): string => {
    const members = `"kind":${JSON.stringify(kind)},"value":${canonicalJson(value)}}`
    state.hash = sha256Hex(`${state.hash}\n{${members}`)
    state.lines += 1
    return `{"hash":"${state.hash}",${members}`
  }
  return {
    line,
    end: () => line({kind: 'end', value: {lines: state.lines}}),
    get hash() {
      return state.hash
    },
    get lines() {
      return state.lines
    },
  }
}
