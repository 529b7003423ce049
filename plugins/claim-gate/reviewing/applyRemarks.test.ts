import {describe, expect, test} from 'vitest'
import type {Remark} from '../model/gateDocuments.ts'
import {applyRemarks} from './applyRemarks.ts'

const block = (_key: string, ...texts: string[]) => ({
  _key,
  _type: 'block',
  markDefs: [],
  children: texts.map((text, at) => ({_key: `${_key}${at}`, _type: 'span', marks: [], text})),
})
const document = {
  _id: 'p',
  _type: 'page',
  headline: 'Set up in half the time',
  body: [block('a', 'It takes ', '51 s', ' in all.'), block('b', 'It takes less.')],
  sections: [{_key: 's', title: 'Fast and fast'}],
}
const remark = (path: string, quote: string, replacement?: string): Remark => ({
  path,
  quote,
  text: 'Say what was measured',
  must: false,
  ...(replacement === undefined ? {} : {replacement}),
})

describe('words that a reviewer approved instead', () => {
  test.each([
    [remark('headline', 'half the time', '51 s'), {headline: 'Set up in 51 s'}],
    [
      remark('body[_key=="a"]', '51 s', '51 s (median)'),
      {body: [block('a', 'It takes ', '51 s (median)', ' in all.'), document.body[1]]},
    ],
    [remark('sections[0].title', 'and fast', ''), {sections: [{_key: 's', title: 'Fast '}]}],
  ])('stand in place of the quote: %#', (one, changed) => {
    expect(applyRemarks(document, [one])).toEqual({document: {...document, ...changed}})
  })

  test('follow each other, and a remark without them changes nothing', () => {
    const remarks = [
      remark('headline', 'half', 'a third of'),
      remark('headline', 'Set up'),
      remark('headline', 'a third of the time', '34 s'),
    ]
    expect(applyRemarks(document, remarks)).toEqual({
      document: {...document, headline: 'Set up in 34 s'},
    })
    expect(document.headline).toBe('Set up in half the time')
  })

  test.each([
    remark('headline', 'twice', 'x'),
    remark('sections[_key=="s"].title', 'a', 'x'),
    remark('sections[_key=="t"].title', 'Fast', 'x'),
    remark('body[_key=="a"]', 'It takes 51 s', 'x'),
    remark('body[7]', 'It', 'x'),
    remark('', 'Set up', 'x'),
    remark('headline', '', 'x'),
    remark('constructor.name', 'Object', 'x'),
    remark('headline.length', '2', 'x'),
  ])('are refused where the quote does not stand exactly once: %#', (one) => {
    expect(applyRemarks(document, [one])).toEqual({unclear: one})
  })
})
