import {describe, expect, test} from 'vitest'
import {readReview, type Decision, type Review} from '../model/gateDocuments.ts'
import {isApproval, sinceWithdrawal} from './reviewOrder.ts'

function review(_id: string, second: number, decision: Decision, since?: string): Review {
  const _createdAt = new Date(second * 1000).toISOString()
  const of = {_type: 'review', subject: 'c', fingerprint: 'v1-a', role: 'medical'}
  const read = readReview({_id, _createdAt, ...of, decision, ...(since ? {since} : {})})
  if (!read) throw new Error('The review of this test cannot be read')
  return read
}

const inOrder = (...reviews: Review[]): string[] =>
  sinceWithdrawal(reviews).reviews.map(({_id}) => _id)

test('what approves: signed as it is, with changes, or carried forward', () => {
  const approves = (['approved', 'approvedWithChanges', 'carriedForward'] as const).map((each) =>
    isApproval(review('a', 1, each)),
  )
  expect(approves).toEqual([true, true, true])
  expect(isApproval(review('a', 1, 'changesRequested'))).toBe(false)
  expect(isApproval(review('a', 1, 'withdrawn'))).toBe(false)
})

describe('the order of reviews', () => {
  test('is that of the lake’s clock, whatever their ids', () => {
    expect(
      inOrder(review('a', 3, 'approved'), review('b', 1, 'approved'), review('c', 2, 'approved')),
    ).toEqual(['b', 'c', 'a'])
  })

  test('at one instant puts the stricter last, then goes by id', () => {
    const [strict, b, a] = [
      review('0', 1, 'changesRequested'),
      review('b', 1, 'approvedWithChanges'),
      review('a', 1, 'carriedForward'),
    ]
    expect(inOrder(strict, b, a)).toEqual(['a', 'b', '0'])
    expect(inOrder(a, b, strict)).toEqual(['a', 'b', '0'])
  })
})

describe('a withdrawal', () => {
  const recall = review('recall', 5, 'withdrawn')

  test('is followed only by what was signed after it and in knowledge of it', () => {
    const {withdrawal, reviews} = sinceWithdrawal([
      review('before', 4, 'approved', 'recall'),
      recall,
      review('on its way', 6, 'approved'),
      review('of an older one', 7, 'approved', 'earlier recall'),
      review('again', 8, 'approved', 'recall'),
    ])
    expect(withdrawal).toEqual(recall)
    expect(reviews.map(({_id}) => _id)).toEqual(['again'])
  })

  test('at the instant of an approval comes after it', () => {
    expect(inOrder(review('same', 5, 'approved', 'recall'), recall)).toEqual([])
  })

  test('gives way to a newer one', () => {
    const newer = review('newer', 9, 'withdrawn')
    expect(sinceWithdrawal([newer, recall, review('between', 6, 'approved', 'recall')])).toEqual({
      withdrawal: newer,
      reviews: [],
    })
  })

  test('that never was is not there', () => {
    expect(sinceWithdrawal([])).toEqual({reviews: []})
  })
})
