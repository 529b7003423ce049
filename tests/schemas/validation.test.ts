import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {reference} from '../../scripts/seed/build.ts'
import {containing, startValidation} from './startValidation.ts'

let validation: Awaited<ReturnType<typeof startValidation>>
const errorsWith = (id: string, change: object): Promise<string[]> =>
  validation.errorsWith(id, change)

beforeAll(async () => {
  validation = await startValidation()
})
afterAll(() => validation.close())

describe('a claim', () => {
  test('has a code of its own, in the form that people say', async () => {
    expect(await errorsWith('claim-009', {code: 'CLM-008'})).toEqual(
      containing('another claim’s code'),
    )
    expect(await errorsWith('claim-009', {code: 'claim nine'})).toEqual(
      containing('CLM- and three or four digits'),
    )
  })

  test('is for those who weigh costs when it is economic', async () => {
    expect(await errorsWith('claim-010', {audiences: ['VAC', 'HCP']})).toEqual(
      containing('An economic claim is only for'),
    )
  })

  test('rests on something, at an exact place', async () => {
    expect(await errorsWith('claim-009', {substantiation: []})).toEqual(
      containing('Add the evidence on which the claim rests'),
    )
    const nowhere = {
      _key: 'a',
      _type: 'substantiation',
      evidence: {_type: 'reference', _ref: 'evidence-5'},
      locator: {_type: 'locator'},
    }
    expect(await errorsWith('claim-009', {substantiation: [nowhere]})).toEqual(
      containing('page, table, figure or quote'),
    )
  })

  test('says why it is consistent with the label, once for each market', async () => {
    const bare = {_type: 'authorization', market: 'US', labelStatus: 'consistentWithLabel'}
    const errors = await errorsWith('claim-009', {
      authorizations: [
        {_key: 'a', ...bare},
        {_key: 'b', ...bare},
      ],
    })
    expect(errors).toEqual(containing('why the claim is consistent with the label'))
    expect(errors).toEqual(containing('A market stands here twice'))
  })

  test('does not end before it begins', async () => {
    expect(
      await errorsWith('claim-009', {effectiveOn: '2027-01-02', expiresOn: '2027-01-01'}),
    ).toEqual(containing('The last day lies before the first'))
  })
})

describe('a slide', () => {
  test('rests on a claim unless it is a title', async () => {
    expect(await errorsWith('slide-03', {claims: [], body: []})).toEqual(
      containing('at least one claim'),
    )
  })

  test('lists the claims that its text cites', async () => {
    expect(
      await errorsWith('slide-03', {claims: [{_key: 'a', ...reference('claim-002')}]}),
    ).toEqual(containing('The text cites CLM-001, which is not listed here'))
  })

  test('stays within the audiences and markets of its claims', async () => {
    expect(await errorsWith('slide-03', {audience: 'patient'})).toEqual(
      containing('is not for this audience'),
    )
    expect(await errorsWith('slide-03', {markets: ['US', 'EU']})).toEqual(
      containing('may not be made in European Union'),
    )
  })

  test('describes its picture', async () => {
    const visual = {_type: 'image', asset: {_type: 'reference', _ref: 'image-a-1x1-png'}}
    expect(await errorsWith('slide-03', {visual})).toEqual(containing('Describe the picture'))
  })
})

test('retracted evidence is an error at the claim and at the slide', async () => {
  const raw = validation.clientFor('administrator')
  await raw.patch('evidence-5').set({status: 'retracted'}).commit()
  expect(await errorsWith('claim-009', {})).toEqual(containing('KEL-HF has been retracted'))
  expect(await errorsWith('slide-09', {})).toEqual(
    containing('rests on retracted evidence (KEL-HF)'),
  )
  await raw.patch('evidence-5').set({status: 'current'}).commit()
})
