import type {SanityClient} from '@sanity/client'
import {signMany, type GateModel, type SignManyRequest} from '../../plugins/claim-gate/node.ts'

/** By role, who signs in it with their own token. */
export type Signers = ReadonlyMap<string, {account: string; client: SanityClient}>

/** A document as it was read, and the roles that it asks for. */
export type ReadDocument = SignManyRequest['documents'][number] & {roles: readonly string[]}

/**
 * Each person approves what they are asked for, all of them at once, as it was read before anybody signed.
 * @param basis In which world it was read; what is published when absent.
 * @throws Error when the gate refuses a signature, or nobody holds a role.
 */
export async function signRead(
  model: GateModel,
  signers: Signers,
  read: readonly ReadDocument[],
  basis?: string,
): Promise<void> {
  const roles = [...new Set(read.flatMap((each) => each.roles))]
  await Promise.all(
    roles.map(async (role) => {
      const signer = signers.get(role)
      if (!signer) throw new Error(`Nobody in the demo launch may sign as ${role}`)
      const documents = read.filter((each) => each.roles.includes(role))
      const results = await signMany(signer.client, model, {
        account: signer.account,
        role,
        documents,
        ...(basis === undefined ? {} : {basis}),
      })
      for (const result of results) {
        if ('refused' in result)
          throw new Error(
            `${result.subject} was not signed as ${role}: ${JSON.stringify(result.refused)}`,
          )
      }
    }),
  )
}
