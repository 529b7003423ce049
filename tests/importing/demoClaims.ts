import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {claims} from '../../scripts/seed/claims.ts'
import {evidence} from '../../scripts/seed/evidence.ts'
import {indications, product} from '../../scripts/seed/product.ts'

/** Puts the claims of the demo launch, with all they rest on, into a lake as they are when they are published. */
export async function putDemoClaims(client: SanityClient): Promise<void> {
  const documents: readonly GateDocument[] = [product, ...indications, ...evidence, ...claims]
  const transaction = client.transaction()
  documents.forEach((document) => transaction.createOrReplace(document))
  await transaction.commit()
}

/** Everything in a dataset, with its revision. */
export const everythingIn = (client: SanityClient): Promise<GateDocument[]> =>
  client.fetch('* | order(_id)', {}, {perspective: 'raw'})
