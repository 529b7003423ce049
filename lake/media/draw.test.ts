import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {mayBeDrawing} from './draw.ts'

const picture = sharp({create: {width: 3, height: 3, channels: 3, background: 'red'}})
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

describe('a file', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)(
    'is no drawing: %s',
    async (format) => {
      expect(mayBeDrawing(await picture.clone().toFormat(format).toBuffer())).toBe(false)
    },
  )

  test.each([
    svg,
    ` \n${svg}`,
    `\uFEFF${svg}`,
    `<?xml version="1.0"?>${svg}`,
    `<!--ftypavif-->${svg}`,
    `<!--RIFFWEBP-->${svg}`,
    `<a:svg xmlns:a="http://www.w3.org/2000/svg"/>`,
    '',
  ])('may be one: %s', (text) => {
    expect(mayBeDrawing(Buffer.from(text))).toBe(true)
    expect(mayBeDrawing(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(true)
    expect(mayBeDrawing(Buffer.from(text, 'utf16le'))).toBe(true)
    expect(mayBeDrawing(Buffer.from(text, 'utf16le').swap16())).toBe(true)
  })
})
