import type {SanityClient} from '@sanity/client'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {checkDataset, type CheckOptions} from '../../scripts/check/checkDataset.ts'
import {administrators, startLake, type RunningLake} from '../support/startLake.ts'

/** A lake in which everybody may write everything, so that only `check` tells who said what. */
export interface CheckedLake {
  running: RunningLake
  client: SanityClient
  /** What `check` finds, each as the document and what is said of it. */
  check: (options?: CheckOptions) => Promise<string[]>
}

export async function startChecked(...more: string[]): Promise<CheckedLake> {
  const running = await startLake({
    accounts: administrators('administrator', 'marketing', 'medical', ...more),
  })
  const client = running.clientFor('administrator')
  return {
    running,
    client,
    async check(options = {}) {
      const {findings} = await checkDataset(client, trialModel, options)
      return findings.map(({id, message}) => `${id} ${message}`)
    },
  }
}
