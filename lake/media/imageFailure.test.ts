import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {badRequest} from '../apiError.ts'
import {imageFailure} from './imageFailure.ts'

describe('what an image is refused with', () => {
  test('says that it takes too long, when the library was stopped', async () => {
    const slow = sharp({create: {width: 9000, height: 9000, channels: 4, background: '#123'}})
      .blur(200)
      .timeout({seconds: 1})
      .png()
      .toBuffer()
    const error: unknown = await slow.catch((reason: unknown) => reason)
    const refusal = imageFailure(error, 'It cannot be read')
    expect(refusal).toMatchObject({statusCode: 422, type: 'imageTimeoutError'})
    expect(refusal.message).toContain('longer than 20 seconds')
  })

  test('is the reason that there was already, or that it cannot be read', () => {
    const known = badRequest('known')
    expect(imageFailure(known, 'It cannot be read')).toBe(known)
    expect(imageFailure(new Error('odd'), 'It cannot be read')).toMatchObject({
      statusCode: 400,
      message: 'It cannot be read',
    })
  })
})
