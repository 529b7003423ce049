import type {SanityClient} from '@sanity/client'
import {gateOptions} from '../../../claimGate.config.ts'
import {createGateModel, signReview, type GateDocument} from '../../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../../schemas/index.ts'

/** The gate over the types of this house. */
export const houseModel = createGateModel(schemaTypes, gateOptions)

const SIGNER = 'signer'

/** Slides and decks of this house, and one person who signs them in every role. */
export class SlideHouse {
  private readonly client: SanityClient

  constructor(client: SanityClient) {
    this.client = client
  }

  /** Writes past the gate, as published or as whatever the ids say. */
  async put(...documents: readonly GateDocument[]): Promise<void> {
    const transaction = this.client.transaction()
    documents.forEach((document) => transaction.createOrReplace(document))
    await transaction.commit()
  }

  /** Signs the draft, or what is published where there is none, in every role that it asks for. */
  async sign(...ids: readonly string[]): Promise<void> {
    await this.put({
      _id: 'who-signer',
      _type: 'person',
      accountId: SIGNER,
      name: 'Sig Signer',
      functions: Object.keys(gateOptions.roles),
    })
    for (const subject of ids) {
      for (const role of ['marketing', 'medical', 'regulatory']) {
        const signed = await signReview(this.client, houseModel, {
          subject,
          account: SIGNER,
          role,
          decision: 'approved',
        })
        if ('refused' in signed) throw new Error(`Not signed: ${signed.refused.reason}`)
      }
    }
  }
}

/** A title slide: it rests on nothing. */
export const titleSlide = (id: string, headline: string, more: object = {}): GateDocument => ({
  _id: id,
  _type: 'deckSlide',
  kind: 'title',
  headline,
  ...more,
})

/** What a deck holds, and a presentation that somebody put together of the same slides. */
export const entriesOf = (ids: readonly string[]) =>
  ids.map((id) => ({
    _key: id,
    _type: 'deckEntry',
    slide: {_type: 'reference', _ref: id},
    use: 'core',
  }))
