import type {SanityClient} from '@sanity/client'
import {startLake, type RunningLake} from '../support/startLake.ts'

/** A lake keeps the history of all that was ever written: in long runs this many sequences share one. */
const SEQUENCES = 8

export interface TrialLake {
  client: SanityClient
  url: string
}

/** Lakes for random sequences, one after another. */
export class Lakes {
  private running: RunningLake | undefined
  private begun = 0

  /** For the next sequence: the lake of the one before, or an empty one after so many. */
  async next(): Promise<TrialLake> {
    if (this.begun % SEQUENCES === 0) await this.close()
    this.begun += 1
    this.running ??= await startLake()
    return {client: this.running.clientFor('administrator'), url: this.running.lake.url}
  }

  async close(): Promise<void> {
    await this.running?.lake.close()
    this.running = undefined
  }
}
