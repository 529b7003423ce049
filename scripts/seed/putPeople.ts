import type {SanityClient} from '@sanity/client'
import type {Persona} from '../lake/personas.ts'

/** A person of the launch by account. */
export type Signatory = Pick<Persona, 'id' | 'name' | 'functions'>

export const personId = (account: string): string => `person-${account}`

/** Writes who takes part in the launch, and in which functions they may sign. */
export async function putPeople(
  administrator: SanityClient,
  people: readonly Signatory[],
): Promise<void> {
  const transaction = administrator.transaction()
  for (const {id, name, functions} of people) {
    transaction.createOrReplace({
      _id: personId(id),
      _type: 'person',
      name,
      email: `${id}@throughline.example`,
      functions: [...functions],
      accountId: id,
    })
  }
  await transaction.commit()
}
