import * as fc from 'fast-check'
import {isRecord} from '../../../lake/json.ts'
import {nastyJson, nastyText} from './nastyValues.ts'

/** One change to a JSON value, at one of its places. */
interface Edit {
  at: number
  how: 'replace' | 'remove' | 'add'
  /** JSON as it is written. */
  json: string
  name: string
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'remove', 'add'),
  json: nastyJson,
  name: nastyText,
})

/** JSON texts that differ from a valid value in some places, or are broken as text. */
export function mutatedJson(valid: unknown): fc.Arbitrary<string> {
  const edited = fc.array(edit, {minLength: 1, maxLength: 3}).map((edits) => apply(valid, edits))
  return fc.oneof(
    {weight: 6, arbitrary: edited},
    {weight: 2, arbitrary: fc.constant(JSON.stringify(valid))},
    {weight: 1, arbitrary: nastyJson},
    {
      weight: 1,
      arbitrary: fc
        .tuple(edited, fc.nat())
        .map(([text, at]) => text.slice(0, at % (text.length + 1))),
    },
  )
}

const mark = (index: number): string => `@@${index}@@`

function apply(valid: unknown, edits: readonly Edit[]): string {
  let total = 0
  JSON.stringify(valid, (_, value: unknown) => {
    total += 1
    return value
  })
  let place = -1
  const text =
    JSON.stringify(valid, (_, value: unknown) => {
      place += 1
      const index = edits.findIndex(({at}) => at % total === place)
      const found = edits[index]
      if (!found) return value
      if (found.how === 'remove' && place > 0) return undefined
      if (found.how === 'add' && isRecord(value)) return {...value, [found.name]: mark(index)}
      return mark(index)
    }) ?? 'null'
  return edits.reduce(
    (written, {json}, index) => written.replaceAll(JSON.stringify(mark(index)), () => json),
    text,
  )
}
