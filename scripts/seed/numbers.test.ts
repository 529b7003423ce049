import {expect, test} from 'vitest'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {claims} from './claims.ts'
import {evidence} from './evidence.ts'
import {numbersIn} from './numbersIn.ts'
import {slides} from './slides.ts'

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
    const cited = claims.filter(({_id}) => ids.has(_id))
    const known = new Set(
      numbersIn(textOf(cited.map(({statement, variations}) => [statement, variations]))),
    )
    const body = Array.isArray(slide.body) ? slide.body.filter(isRecord) : []
    const said = body
      .flatMap(({children}) => (Array.isArray(children) ? children.filter(isRecord) : []))
      .map(({text}) => text)
    expect(
      numbersIn([slide.headline, slide.speakerNotes, ...said].join(' ')).filter(
        (number) => !known.has(number),
      ),
    ).toEqual([])
  },
)

test.each(claims.map((claim) => [String(claim.code), String(claim.statement)] as const))(
  '%s: every rate is its count over its number of patients',
  (_code, statement) => {
    const rates = statement.matchAll(/([\d.]+)% \(([\d,]+)\/([\d,]+)/gu)
    for (const [, percent = '', count = '', of = ''] of rates) {
      const decimals = percent.split('.')[1]?.length ?? 0
      const rate = (100 * Number(count.replace(',', ''))) / Number(of.replace(',', ''))
      expect(rate.toFixed(decimals)).toBe(percent)
    }
  },
)
