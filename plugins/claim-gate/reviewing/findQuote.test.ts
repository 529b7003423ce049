import {describe, expect, test} from 'vitest'
import {applyRemarks} from './applyRemarks.ts'
import {findQuote} from './findQuote.ts'

const document = {
  _id: 'p',
  _type: 'page',
  headline: 'Half the time',
  body: [
    {
      _key: 'a',
      _type: 'block',
      children: [
        {_key: 'a0', _type: 'span', text: 'It takes 51 s'},
        {_key: 'a1', _type: 'span', text: ' in all'},
      ],
    },
  ],
  sections: [{_key: 's', title: 'Fast and fast'}, 'loose words'],
}

describe('quoted words', () => {
  test.each([
    ['Half', 'headline'],
    ['51 s', 'body[_key=="a"]'],
    ['and', 'sections[_key=="s"].title'],
    ['loose', 'sections[1]'],
  ])('%s stands in %s, and can be replaced there', (quote, path) => {
    expect(findQuote(document, quote)).toEqual({path})
    const remark = {path, quote, text: '', replacement: 'new', must: false}
    expect(applyRemarks(document, [remark])).toHaveProperty('document')
  })

  test.each([
    ['nowhere', 'missing'],
    ['', 'missing'],
    ['page', 'missing'],
    ['51 s in', 'missing'],
    ['ast', 'several'],
  ])('%s is not found for one place: %s', (quote, none) => {
    expect(findQuote(document, quote)).toEqual({none})
  })
})
