import {fc, test} from '@fast-check/vitest'
import canonicalize from 'canonicalize'
import {expect} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {isRecord} from '../model/record.ts'
import {contentOf} from './contentOf.ts'

const SEED = {seed: 20_261_124, numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}

const value = fc.jsonValue({maxDepth: 5, stringUnit: 'binary'})
const fields = fc.dictionary(fc.stringMatching(/^[a-zA-Z€😀][a-zA-Z0-9é]{0,8}$/u), value, {
  maxKeys: 8,
})
const jsonOf = (more: Record<string, unknown>): string =>
  contentOf(trialModel, {...more, _id: 'p', _type: 'page'}).json

test.prop([fields], SEED)(
  'bytes are those that the reference implementation of RFC 8785 writes',
  (more) => {
    const json = jsonOf(more)
    expect(json).toBe(canonicalize(JSON.parse(json)))
  },
)

test.prop([fields], SEED)('canonical content is its own canonical content', (more) => {
  const json = jsonOf(more)
  const parsed: unknown = JSON.parse(json)
  expect(isRecord(parsed) && jsonOf({...parsed})).toBe(json)
})

const mark = fc.constantFrom('strong', 'em', 'a', 'b')
const spans = fc.array(
  fc.record({
    text: fc.string({unit: fc.constantFrom('x', ' ', 'é', '\u0301', '\n'), maxLength: 8}),
    marks: fc.uniqueArray(mark),
  }),
  {minLength: 1, maxLength: 5},
)

test.prop([spans, fc.infiniteStream(fc.nat(3))], SEED)(
  'no way of splitting and re-keying spans changes a block',
  (runs, cuts) => {
    const annotations = (prefix: string) =>
      ['a', 'b'].map((name) => ({
        _key: prefix + name,
        _type: 'cites',
        statement: {_type: 'reference', _ref: name},
      }))
    const rekey = (prefix: string, marks: readonly string[]) =>
      marks.map((name) => (name === 'a' || name === 'b' ? prefix + name : name))
    const block = (
      prefix: string,
      children: readonly {text: string; marks: readonly string[]}[],
    ) => ({
      body: [
        {
          _type: 'block',
          markDefs: annotations(prefix),
          children: children.map(({text, marks}, at) => ({
            _key: `${prefix}${at}`,
            _type: 'span',
            text,
            marks: rekey(prefix, marks),
          })),
        },
      ],
    })
    const split = runs.flatMap(({text, marks}) => {
      const cut = Math.min(cuts.next().value ?? 0, text.length)
      return [
        {text: text.slice(0, cut), marks: marks.toReversed()},
        {text: text.slice(cut), marks},
      ]
    })
    expect(jsonOf(block('q', split))).toBe(jsonOf(block('p', runs)))
  },
)
