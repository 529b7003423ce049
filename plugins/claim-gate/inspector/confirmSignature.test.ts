import {describe, expect, test, vi} from 'vitest'
import {refusalToConfirm, type SignatureToConfirm} from './confirmSignature.ts'

const signature: SignatureToConfirm = {
  account: 'medical',
  role: 'medical',
  decision: 'approved',
  meaning: 'Approved for medical accuracy',
  subjects: ['claim-001'],
}

describe('a second factor', () => {
  test('is not asked for where there is none', async () => {
    expect(await refusalToConfirm(undefined, signature, 'unclear')).toBeUndefined()
  })

  test('is told what is signed, and lets it pass when it confirms', async () => {
    const confirm = vi.fn(async () => ({confirmed: true}) as const)
    expect(await refusalToConfirm(confirm, signature, 'unclear')).toBeUndefined()
    expect(confirm).toHaveBeenCalledExactlyOnceWith(signature)
  })

  test('says why it refuses', async () => {
    const confirm = async () => ({refused: 'The code has expired'})
    expect(await refusalToConfirm(confirm, signature, 'unclear')).toBe('The code has expired')
  })

  test('refuses when it breaks, or says nothing', async () => {
    const broken = () => Promise.reject(new Error('The device is locked'))
    expect(await refusalToConfirm(broken, signature, 'unclear')).toBe('The device is locked')
    expect(await refusalToConfirm(async () => ({refused: ''}), signature, 'unclear')).toBe(
      'unclear',
    )
  })
})
