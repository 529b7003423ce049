import {createWriteStream} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'
import type {SanityClient} from '@sanity/client'
import {
  createProofChain,
  DatasetMovedError,
  readProof,
  type GateModel,
  type ProofChain,
} from '../../plugins/claim-gate/node.ts'

export interface WrittenProof {
  /** Lines of the file. */
  lines: number
  /** Hash of the last line, which stands for the whole file. */
  root: string
}

/** So often the reading begins again because somebody published meanwhile. */
const ATTEMPTS = 5

/**
 * Writes the proof of a dataset into a file, which stands there whole or not at all: an earlier one is replaced only then.
 * @throws Error when something cannot be read or written, or people publish faster than it reads.
 */
export async function exportProof(
  client: SanityClient,
  model: GateModel,
  file: string,
): Promise<WrittenProof> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeProof(client, model, file)
    } catch (error) {
      if (!(error instanceof DatasetMovedError) || attempt === ATTEMPTS) throw error
    }
  }
}

async function writeProof(
  client: SanityClient,
  model: GateModel,
  file: string,
): Promise<WrittenProof> {
  const unfinished = `${file}.${process.pid}.unfinished`
  const chain = createProofChain()
  try {
    await pipeline(
      readLines(client, model, chain),
      // Names, comments and embargoed content are in it: for its owner alone.
      createWriteStream(unfinished, {flags: 'w', mode: 0o600, flush: true}),
    )
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, {force: true})
    throw error
  }
  return {lines: chain.lines, root: chain.hash}
}

async function* readLines(
  client: SanityClient,
  model: GateModel,
  chain: ProofChain,
): AsyncGenerator<string> {
  for await (const record of readProof(client, model)) yield `${chain.line(record)}\n`
  yield `${chain.end()}\n`
}
