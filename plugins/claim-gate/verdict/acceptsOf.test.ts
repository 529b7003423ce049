import {describe, expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {statement} from '../fixtures/trialWorld.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {readReview, type Accept, type Review} from '../model/gateDocuments.ts'
import {acceptsOf, earlier, later} from './acceptsOf.ts'

const document = statement('c', 'x', [])
const own = contentOf(trialModel, document).fingerprint
let second = 0

/** Signed a second after the one before; by default a carry to the present content. */
function review(role: string, carries: Accept[], more: object = {}): Review {
  second += 1
  const read = readReview({
    _id: `claimGate.review.${second}`,
    _type: 'review',
    _createdAt: new Date(second * 1000).toISOString(),
    subject: 'c',
    fingerprint: own,
    role,
    decision: 'carriedForward',
    carries,
    ...more,
  })
  if (!read) throw new Error('The review of this test cannot be read')
  return read
}

const carriedTo = (...reviews: Review[]): Accept[] => {
  const [first, ...carried] = acceptsOf(trialModel, document, reviews)
  expect(first).toEqual({fingerprint: own})
  return carried
}

const [JUNE, JULY] = ['2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z']

describe('what dependants may rest on besides the present content', () => {
  test('only what every carry role carried, each once and in one order', () => {
    expect(carriedTo(review('marketing', [{fingerprint: 'a'}]))).toEqual([])
    expect(
      carriedTo(
        review('marketing', [{fingerprint: 'b'}, {fingerprint: 'a'}, {fingerprint: 'm'}]),
        review('medical', [{fingerprint: 'a'}, {fingerprint: 'b'}, {fingerprint: 'n'}]),
      ),
    ).toEqual([{fingerprint: 'a'}, {fingerprint: 'b'}])
  })

  test('each of three roles, in what it carried itself', () => {
    const compared = statement('c', 'x', [], {kind: 'comparative'})
    const {fingerprint} = contentOf(trialModel, compared)
    const by = (role: string, ...carried: string[]) =>
      review(
        role,
        carried.map((each) => ({fingerprint: each})),
        {fingerprint},
      )
    const carries = [by('marketing', 'a', 'b', 'c'), by('medical', 'a', 'b'), by('legal', 'a', 'c')]
    expect(acceptsOf(trialModel, compared, carries)).toEqual([{fingerprint}, {fingerprint: 'a'}])
    expect(acceptsOf(trialModel, compared, carries.slice(0, 2))).toEqual([{fingerprint}])
  })

  test('nothing that was approved without being carried, or carried to other content', () => {
    const marketing = review('marketing', [{fingerprint: 'a'}])
    expect(
      carriedTo(marketing, review('medical', [{fingerprint: 'a'}], {decision: 'approved'})),
    ).toEqual([])
    expect(
      carriedTo(marketing, review('medical', [{fingerprint: 'a'}], {fingerprint: 'other'})),
    ).toEqual([])
  })

  test('never itself a second time', () => {
    expect(
      carriedTo(review('marketing', [{fingerprint: own}]), review('medical', [{fingerprint: own}])),
    ).toEqual([])
  })

  test('until the longest end within a role and the shortest across them', () => {
    const ends = (...marketing: (string | undefined)[]): Accept[] =>
      carriedTo(
        review('medical', [{fingerprint: 'a', until: JULY}]),
        ...marketing.map((until) =>
          review('marketing', [{fingerprint: 'a', ...(until ? {until} : {})}]),
        ),
      )
    expect(ends(JUNE)).toEqual([{fingerprint: 'a', until: JUNE}])
    expect(ends(JUNE, JULY)).toEqual([{fingerprint: 'a', until: JULY}])
    expect(ends(JULY, JUNE)).toEqual([{fingerprint: 'a', until: JULY}])
    expect(ends(JUNE, undefined)).toEqual([{fingerprint: 'a', until: JULY}])
    expect(ends(undefined, JUNE)).toEqual([{fingerprint: 'a', until: JULY}])
  })

  test('an end that cannot be read carries nothing, and takes nothing from another', () => {
    const medical = review('medical', [{fingerprint: 'a'}])
    expect(carriedTo(medical, review('marketing', [{fingerprint: 'a', until: 'June'}]))).toEqual([])
    expect(
      carriedTo(
        medical,
        review('marketing', [{fingerprint: 'a', until: JUNE}]),
        review('marketing', [{fingerprint: 'a', until: 'June'}]),
      ),
    ).toEqual([{fingerprint: 'a', until: JUNE}])
  })
})

test('of two ends the later and the earlier; none never comes', () => {
  expect([later(JUNE, JULY), later(JULY, JUNE)]).toEqual([JULY, JULY])
  expect([later(undefined, JUNE), later(JUNE, undefined)]).toEqual([undefined, undefined])
  expect([earlier(JUNE, JULY), earlier(JULY, JUNE)]).toEqual([JUNE, JUNE])
  expect([earlier(undefined, JUNE), earlier(JUNE, undefined)]).toEqual([JUNE, JUNE])
  expect(earlier(undefined, undefined)).toBeUndefined()
})
