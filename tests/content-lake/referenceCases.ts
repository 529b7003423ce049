import {expect, test} from 'vitest'
import {failureOf} from './failureOf.ts'
import type {Cases} from './target.ts'

const strong = (id: string) => ({_type: 'reference', _ref: id})
const weak = (id: string) => ({_type: 'reference', _ref: id, _weak: true})

export const referenceCases: Cases = (lake) => {
  test('a strong reference to nothing is refused, a weak one allowed', async () => {
    const {client, id} = lake()
    const document = (to: object) => ({_id: id('holder'), _type: 'thing', to})
    const failure = await failureOf(client.create(document(strong(id('nothing')))))
    expect(failure.statusCode).toBe(409)
    expect(failure.items).toHaveLength(1)
    await client.create(document(weak(id('nothing'))))
  })

  test('a reference may be patched in only to what is there', async () => {
    const {client, id} = lake()
    await client.create({_id: id('patched-holder'), _type: 'thing'})
    const patch = client.patch(id('patched-holder')).set({list: [{deep: strong(id('nothing'))}]})
    expect((await failureOf(patch.commit())).statusCode).toBe(409)
  })

  test('what is referenced strongly cannot be deleted, and the answer says by whom', async () => {
    const {client, id} = lake()
    await client.create({_id: id('target'), _type: 'thing'})
    await client.create({_id: id('source'), _type: 'thing', to: strong(id('target'))})
    const failure = await failureOf(client.delete(id('target')))
    expect(failure).toMatchObject({
      statusCode: 409,
      items: [{type: 'documentHasExistingReferencesError', index: 0}],
    })
    expect(failure.description).toContain(id('source'))
    expect(await client.getDocument(id('target'))).toBeDefined()
  })

  test('a weak reference does not hold', async () => {
    const {client, id} = lake()
    await client.create({_id: id('weak-target'), _type: 'thing'})
    await client.create({_id: id('weak-source'), _type: 'thing', to: weak(id('weak-target'))})
    await client.delete(id('weak-target'))
    expect(await client.getDocument(id('weak-target'))).toBeUndefined()
  })

  test('only the end of a transaction counts', async () => {
    const {client, id} = lake()
    await client
      .transaction()
      .create({_id: id('cycle-a'), _type: 'thing', to: strong(id('cycle-b'))})
      .create({_id: id('cycle-b'), _type: 'thing', to: strong(id('cycle-a'))})
      .commit()
    await client.transaction().delete(id('cycle-a')).delete(id('cycle-b')).commit()
    expect(await client.getDocuments([id('cycle-a'), id('cycle-b')])).toEqual([null, null])
  })

  test('a document may be let go and deleted in one transaction', async () => {
    const {client, id} = lake()
    await client.create({_id: id('let-go'), _type: 'thing'})
    await client.create({_id: id('letter'), _type: 'thing', to: strong(id('let-go'))})
    await client
      .transaction()
      .patch(id('letter'), (patch) => patch.unset(['to']))
      .delete(id('let-go'))
      .commit()
    expect(await client.getDocument(id('let-go'))).toBeUndefined()
  })
}
