import {expect, test} from 'vitest'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {claims} from './claims.ts'
import {evidence} from './evidence.ts'
import {slides} from './slides.ts'

/** Every number in a text, as written: `1,248`, `36.4`, `−0.06`. */
const numbersIn = (text: string): string[] =>
  text.match(/(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/gu) ?? []
const textOf = (value: unknown): string => JSON.stringify(value) ?? ''

function evidenceOf(claim: (typeof claims)[number]): unknown[] {
  const rests = Array.isArray(claim.substantiation) ? claim.substantiation.filter(isRecord) : []
  return rests.map(({evidence: cited}) =>
    evidence.find(({_id}) => isRecord(cited) && cited._ref === _id),
  )
}

test.each(claims.map((claim) => [String(claim.code), claim] as const))(
  '%s says only numbers that its evidence says',
  (_code, claim) => {
    // The IFU says the indication in words; the pathway’s own name is no result.
    const known = new Set([...numbersIn(textOf(evidenceOf(claim))), '510'])
    expect(numbersIn(String(claim.statement)).filter((number) => !known.has(number))).toEqual([])
  },
)

test.each(slides.map((slide) => [slide._id, slide] as const))(
  '%s says only numbers that its claims say',
  (_name, slide) => {
    const ids = new Set(
      (Array.isArray(slide.claims) ? slide.claims.filter(isRecord) : []).map(({_ref}) => _ref),
    )
    const known = new Set([
      ...numbersIn(
        textOf(
          claims
            .filter(({_id}) => ids.has(_id))
            .map(({statement, variations}) => [statement, variations]),
        ),
      ),
      '101',
      '10',
    ])
    const body = Array.isArray(slide.body) ? slide.body.filter(isRecord) : []
    const said = body
      .flatMap(({children}) => (Array.isArray(children) ? children.filter(isRecord) : []))
      .map(({text}) => text)
    expect(
      numbersIn([slide.headline, ...said].join(' ')).filter((number) => !known.has(number)),
    ).toEqual([])
  },
)
