import {describe, expect, test} from 'vitest'
import {
  DECISIONS,
  lastReviewNumber,
  readReview,
  readSeal,
  reviewId,
  reviewNumber,
  sealId,
  snapshotId,
} from './gateDocuments.ts'

const bareReview = {
  _id: 'review-1',
  _type: 'claimGate.review',
  _createdAt: '2026-03-01T12:00:00Z',
  subject: 'a',
  fingerprint: 'v1-aa',
  role: 'medical',
  decision: 'approved',
}
const emptyReview = {
  _id: 'review-1',
  _createdAt: '2026-03-01T12:00:00Z',
  subject: 'a',
  fingerprint: 'v1-aa',
  basis: 'published',
  pins: [],
  role: 'medical',
  decision: 'approved',
  carries: [],
  remarks: [],
  meaning: '',
  reviewer: '',
  reviewerName: '',
  signedAt: '2026-03-01T12:00:00Z',
  snapshots: [],
  inForce: false,
}
const bareSeal = {_id: 'seal-a', _type: 'claimGate.seal'}
const emptySeal = {_id: 'seal-a', subject: '', accepts: [], pins: [], reviews: [], code: ''}

const pins = {
  stored: [
    {_key: '1', doc: {_type: 'reference', _ref: 'e'}, fingerprint: 'v1-ee'},
    {_key: '2', doc: 'f', fingerprint: 'v1-ff'},
    {_key: '3', doc: 'nothing seen'},
    {_key: '4', fingerprint: 'v1-of-nothing'},
    {_key: '5', doc: {}, fingerprint: 'v1-of-nothing'},
    {_key: '6', doc: 'g', fingerprint: ''},
    null,
    'h',
  ],
  read: [
    {doc: 'e', fingerprint: 'v1-ee'},
    {doc: 'f', fingerprint: 'v1-ff'},
  ],
}
const accepts = {
  stored: [
    {_key: '1', fingerprint: 'v1-aa'},
    {_key: '2', fingerprint: 'v1-bb', until: '2026-05-01T00:00:00Z'},
    {_key: '3', until: '2026-05-01T00:00:00Z'},
    {_key: '4', fingerprint: ''},
    null,
    'v1-cc',
  ],
  read: [{fingerprint: 'v1-aa'}, {fingerprint: 'v1-bb', until: '2026-05-01T00:00:00Z'}],
}

describe('a stored review', () => {
  test('is read with all that was signed', () => {
    const said = {
      ...emptyReview,
      basis: 'claimGate.checkpoint.1',
      since: 'review-0',
      editors: ['ben-account'],
      meaning: 'Approved for medical accuracy',
      reviewer: 'anna-account',
      reviewerName: 'Anna',
      signedAt: '2026-03-01T11:59:59Z',
      comment: 'Checked against the study',
      snapshots: ['s1'],
      inForce: true,
    }
    expect(
      readReview({
        ...said,
        _type: bareReview._type,
        note: 'of nobody',
        pins: pins.stored,
        carries: accepts.stored,
      }),
    ).toStrictEqual({...said, pins: pins.read, carries: accepts.read})
  })

  test.each([
    ['nothing but what it must say', {}, {}],
    [
      'what is no text where text belongs',
      {
        basis: 1,
        since: 2,
        meaning: 3,
        reviewer: {},
        reviewerName: null,
        signedAt: 4,
        comment: 5,
        snapshots: ['s1', {}, 6],
        inForce: 'true',
      },
      {snapshots: ['s1']},
    ],
    ['a comment without a word', {comment: ''}, {}],
    ['editors of which nobody is known by account', {editors: [1, null]}, {editors: []}],
    ['editors that are no list', {editors: 'ben-account'}, {}],
  ])('is read as far as it can be: %s', (_what, stored, read) => {
    expect(readReview({...bareReview, ...stored})).toStrictEqual({...emptyReview, ...read})
  })

  test('keeps the remarks that say which words they mean', () => {
    const of = {path: 'body[_key=="a"]', quote: 'in 51 s'}
    const remarks = [
      {_key: '1', ...of, text: 'Which study?', replacement: 'in 52 s', must: true},
      {_key: '2', ...of, must: 'true'},
      {_key: '3', ...of, text: 'Delete', replacement: '', must: false},
      {_key: '4', quote: 'nowhere', text: 'Lost'},
      {_key: '5', path: 'headline', text: 'Of no words'},
      {_key: '6', text: 'Of nothing'},
      null,
      'A word in passing',
    ]
    expect(readReview({...bareReview, remarks})).toStrictEqual({
      ...emptyReview,
      remarks: [
        {...of, text: 'Which study?', replacement: 'in 52 s', must: true},
        {...of, text: '', must: false},
        {...of, text: 'Delete', replacement: '', must: false},
      ],
    })
  })

  test.each(DECISIONS)('may say %s', (decision) => {
    expect(readReview({...bareReview, decision})).toStrictEqual({...emptyReview, decision})
  })

  test.each(['subject', 'fingerprint', 'role', 'decision', '_createdAt'])(
    'approves nothing when it does not say its %s',
    (key) => {
      for (const wrong of [undefined, '', 1])
        expect(readReview({...bareReview, [key]: wrong})).toBeUndefined()
    },
  )

  test('approves nothing with a decision that nobody knows', () => {
    expect(readReview({...bareReview, decision: 'waved through'})).toBeUndefined()
  })
})

describe('a stored seal', () => {
  test('is read with all that it says', () => {
    const said = {
      ...emptySeal,
      _rev: 'r1',
      rev: 'r7',
      pinCount: 0,
      validFrom: '2026-03-01T00:00:00Z',
      validUntil: '2026-09-01T00:00:00Z',
      reviews: ['review-1'],
      code: 'changed',
    }
    expect(
      readSeal({
        ...said,
        _type: bareSeal._type,
        note: 'of nobody',
        subject: {_type: 'reference', _ref: 'a'},
        accepts: accepts.stored,
        pins: pins.stored,
      }),
    ).toStrictEqual({...said, subject: 'a', accepts: accepts.read, pins: pins.read})
  })

  test.each([
    ['nothing but its id', {}],
    [
      'what is no text and no number where they belong',
      {subject: 'a', rev: 1, validFrom: null, validUntil: {}, pinCount: '2', code: 3, reviews: [4]},
    ],
  ])('is read as far as it can be: %s', (_what, stored) => {
    expect(readSeal({...bareSeal, ...stored})).toStrictEqual(emptySeal)
  })

  test('is found under the document that it is about', () => {
    expect(sealId('a')).toBe('seal-a')
  })
})

test.each([
  ['v1-abc', 'abc'],
  ['v12-abc', 'abc'],
  ['abv1-c', 'abv1-c'],
  [`v1-${'0123456789abcdef'.repeat(4)}`, '0123456789abcdef0123456789abcdef'],
])(
  'a snapshot of %s is found under its document and the first 32 digits',
  (fingerprint, digits) => {
    expect(snapshotId('a', fingerprint)).toBe(`claimGate.snapshot.a.${digits}`)
  },
)

describe('the number of a review', () => {
  test('is the end of its id', () => {
    expect(reviewId('a', 12)).toBe('claimGate.review.a.12')
    expect(reviewNumber('a', reviewId('a', 12))).toBe(12)
    expect(reviewNumber('a', reviewId('a', 999_999_999_999_999))).toBe(999_999_999_999_999)
  })

  test.each([
    'claimGate.review.a.0',
    'claimGate.review.a.01',
    'claimGate.review.a.x1',
    'claimGate.review.a.1x',
    'claimGate.review.a.1234567890123456',
    'claimGate.review.a.',
    'claimGate.review.a.b.1',
    'claimGate.review.b.1',
    'drafts.claimGate.review.a.1',
    '1',
  ])('is not told by %s', (id) => {
    expect(reviewNumber('a', id)).toBeUndefined()
  })

  test('is the last where it is the highest that was not made up', () => {
    const ids = (...numbers: number[]) => numbers.map((number) => reviewId('a', number))
    expect(lastReviewNumber('a', [])).toBe(0)
    expect(lastReviewNumber('a', ['other', ...ids(2, 7, 3)])).toBe(7)
    expect(lastReviewNumber('a', ids(1, 1002))).toBe(1002)
    expect(lastReviewNumber('a', ids(1, 1003))).toBe(1)
  })
})
