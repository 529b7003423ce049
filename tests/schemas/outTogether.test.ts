import {validateDocument} from 'sanity'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {keepsFromSigning} from '../../plugins/claim-gate/documentActions/keepsFromPublishing.ts'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {readSupport} from '../../schemas/objects/readSupport.ts'
import {newExamples} from './examples.ts'
import {containing, startValidation} from './startValidation.ts'

/* What goes out in one step is held against each other, and anything else against what is out. */
let validation: Awaited<ReturnType<typeof startValidation>>
const raw = () => validation.clientFor('administrator')

beforeAll(async () => {
  validation = await startValidation()
  const transaction = raw().transaction()
  for (const document of newExamples) transaction.createOrReplace(document)
  await transaction.commit()
})
afterAll(() => validation.close())

/** Errors of the proof of E4 with this headline, under one of its ids; a release says besides that it waits for review. */
const errorsAs = async (id: string, headline: string): Promise<string[]> => {
  const published = await raw().getDocument<GateDocument>('example-proofPoint')
  const errors = await validation.errorsOf({...published, _type: 'proofPoint', headline, _id: id})
  return errors.filter((each) => !each.includes('before this release goes out'))
}
const DRAFT = 'drafts.example-proofPoint'
const corrected = (id = DRAFT) => errorsAs(id, '35 vs 49 dBA at 1 m')
const outdated = (id = DRAFT) => errorsAs(id, '34 vs 49 dBA at 1 m')
const foreign = (number: number) => containing(`The endpoint does not say ${number}`)

describe('what goes out together', () => {
  const checkpoint = {
    _id: 'claimGate.checkpoint.correction',
    _type: 'checkpoint',
    kind: 'change',
    members: ['evidence-4', 'example-proofPoint'],
  }

  beforeAll(async () => {
    const evidence = await raw().getDocument('evidence-4')
    const changed = JSON.stringify(evidence).replaceAll('34', '35')
    await raw().create({...JSON.parse(changed), _id: 'drafts.evidence-4'})
  })
  afterAll(async () => {
    await raw().transaction().delete('drafts.evidence-4').delete(checkpoint._id).commit()
  })

  test('is held against what stands published as long as each goes alone', async () => {
    expect(await corrected()).toEqual(foreign(35))
    expect(await outdated()).toEqual([])
  })

  test('is held against each other’s drafts in an open checkpoint', async () => {
    await raw().create(checkpoint)
    expect(await corrected()).toEqual([])
    expect(await outdated()).toEqual(foreign(34))
  })

  test('may refer to what was never out, and comes with it, and to nothing else that is not out', async () => {
    const claim = {_type: 'reference', _ref: 'claim-new', _weak: true}
    const draft = await raw().getDocument<GateDocument>('claim-008')
    const {_rev, ...fresh} = {_rev: '', ...draft, _id: 'drafts.claim-new', code: 'CLM-808'}
    await raw().create({...fresh, _type: 'claim'})
    /** At a field that has rules of its own, and at a member of a list that has none. */
    const refers = async (prefix = 'drafts.') => {
      const proof = await raw().getDocument<GateDocument>('example-proofPoint')
      const slide = await raw().getDocument<GateDocument>('example-deckSlide')
      const errors = await Promise.all([
        validation.errorsOf({
          ...proof,
          _type: 'proofPoint',
          _id: `${prefix}example-proofPoint`,
          claim,
        }),
        validation.errorsOf({
          ...slide,
          _type: 'deckSlide',
          _id: `${prefix}example-deckSlide`,
          claims: [{...claim, _key: 'a'}],
          body: [],
        }),
      ])
      return errors.map((each) => each.filter((error) => error.startsWith('claim')))
    }
    const refusal =
      'is not published yet: publish it first, or let both go out with one checkpoint.'
    const alone = ['claim', 'claims.[]'].map((path) => [`${path}: What is chosen here ${refusal}`])
    expect(await refers()).toEqual(alone)
    const members = [...checkpoint.members, 'example-deckSlide', 'claim-new']
    await raw().patch(checkpoint._id).set({members}).commit()
    expect(await refers()).toEqual([[], []])
    // Nor from a release, which goes out by itself.
    expect(await refers('versions.spring.')).toEqual(alone)
    await raw().delete('drafts.claim-new')
    expect(await refers()).toEqual(alone)
    await raw().patch(checkpoint._id).set({members: checkpoint.members}).commit()
  })

  test('also as it stands in a release', async () => {
    expect(await corrected('versions.spring.example-proofPoint')).toEqual([])
    expect(await outdated('versions.spring.example-proofPoint')).toEqual(foreign(34))
  })

  test('also where it is named in another open checkpoint as well', async () => {
    const other = {
      ...checkpoint,
      _id: 'claimGate.checkpoint.other',
      members: ['example-proofPoint'],
    }
    await raw().create(other)
    expect(await corrected()).toEqual([])
    expect(await outdated()).toEqual(foreign(34))
    await raw().delete(other._id)
  })

  test('and what is out is held against what is out, once a draft will take its place', async () => {
    expect(await outdated('example-proofPoint')).toEqual(foreign(34))
    await raw().create({_id: DRAFT, _type: 'proofPoint'})
    expect(await outdated('example-proofPoint')).toEqual([])
    expect(await corrected()).toEqual([])
    await raw().delete(DRAFT)
  })

  test('and once that is closed, against what came of it', async () => {
    const outcome = {outcome: 'abandoned', closedAt: new Date().toISOString()}
    await raw().patch(checkpoint._id).set(outcome).commit()
    expect(await corrected()).toEqual(foreign(35))
    expect(await outdated()).toEqual([])
  })
})

test('what waits in a release for approval can be approved, unless its form has errors of its own', async () => {
  const slide = await raw().getDocument('slide-03')
  const keeps = async (change: object) => {
    const markers = await validateDocument({
      document: {
        _type: 'deckSlide',
        _rev: '',
        _createdAt: '',
        _updatedAt: '',
        ...slide,
        ...change,
        _id: 'versions.spring.slide-03',
      },
      workspace: validation.workspace,
      getClient: () => validation.clientFor('author'),
    })
    const errors = markers.filter(({level}) => level === 'error')
    return [errors.length, errors.filter(keepsFromSigning).length]
  }
  expect(await keeps({headline: 'Said otherwise'})).toEqual([1, 0])
  expect(await keeps({headline: ''})).toEqual([2, 1])
})

test('what rests on nothing asks for nothing', async () => {
  const asked: string[] = []
  const document = {_id: 'drafts.alone', _type: 'claim', _rev: '', _createdAt: '', _updatedAt: ''}
  const getClient = () => {
    asked.push(document._id)
    return validation.clientFor('author')
  }
  const support = await readSupport({document, getClient})
  expect(support.under(document)).toEqual([])
  expect(asked).toEqual([])
})
