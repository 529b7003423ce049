import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {
  ALIGNED_ASSETS_QUERY,
  ALIGNED_ASSET_QUERY,
  alignedFilter,
  WITHHELD_ASSETS_QUERY,
} from '../../plugins/claim-gate/delivery/index.ts'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {loadWorld} from '../../plugins/claim-gate/node.ts'
import {isDelivered as holdsInProof} from '../../plugins/claim-gate/proof/isDelivered.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/*
 * The delivery predicate, every case of its table, asked of the lake: study e ← statement c ← page p, each with its seal.
 * The cases are only data; that the gate writes such data is tested elsewhere.
 */
type Fields = Record<string, unknown>

const weak = (id: string) => ({_type: 'reference', _ref: id, _weak: true})
const accept = (fingerprint: string, until?: string) => ({
  _key: fingerprint,
  fingerprint,
  ...(until ? {until} : {}),
})
const pin = (id: string, fingerprint: string) => ({
  _key: `${id}-${fingerprint}`,
  doc: weak(id),
  seal: weak(`seal-${id}`),
  fingerprint,
})
const PAST = '2020-01-01T00:00:00Z'
const FUTURE = '2099-01-01T00:00:00Z'

let running: RunningLake
let client: SanityClient

const revOf = async (id: string): Promise<string | undefined> =>
  (await client.getDocument(id))?._rev

async function putSeal(id: string, fields: Fields = {}): Promise<void> {
  const pins = {e: [], c: [pin('e', 'e1')], p: [pin('c', 'c1'), pin('e', 'e1')]}[id] ?? []
  await client.createOrReplace({
    _id: `seal-${id}`,
    _type: 'seal',
    subject: weak(id),
    rev: await revOf(id),
    accepts: [accept(`${id}1`)],
    pins,
    pinCount: pins.length,
    code: 'TEST-0001',
    ...fields,
  })
}

const patchSeal = (id: string, fields: Fields, unset: string[] = []) =>
  client.patch(`seal-${id}`).set(fields).unset(unset).commit()

async function isDelivered(): Promise<boolean> {
  const options = {perspective: 'published', useCdn: false} as const
  const [one, list, filtered, withheld] = await Promise.all([
    client.fetch<object | null>(ALIGNED_ASSET_QUERY, {id: 'p'}, options),
    client.fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {type: 'page'}, options),
    client.fetch<string[]>(`*[_type == "page"]${alignedFilter}._id`, {}, options),
    client.fetch<{_id: string}[]>(WITHHELD_ASSETS_QUERY, {type: 'page'}, options),
  ])
  const answers = [one !== null, list.some(({_id}) => _id === 'p'), filtered.includes('p')]
  expect(new Set(answers).size, 'every form of the fragment says the same').toBe(1)
  const published = (await client.getDocument('p')) !== undefined
  expect(withheld.some(({_id}) => _id === 'p')).toBe(published && answers[0] === false)
  await expectProofToAgree(answers[0] === true)
  return answers[0] === true
}

/** A proof asks the same of a seal, in memory; a pin that names another document's seal it refuses before. */
async function expectProofToAgree(delivered: boolean): Promise<void> {
  const world = await loadWorld(client, trialModel, {ids: ['e', 'c', 'p']})
  const seal = world.seals.get('p')
  const stored = await client.getDocument('seal-p')
  const odd = stored?.pins?.some(
    (each: ReturnType<typeof pin>) => each.seal._ref !== `seal-${each.doc._ref}`,
  )
  expect(seal !== undefined && !odd && holdsInProof(world, seal)).toBe(delivered)
}

beforeAll(async () => {
  running = await startLake()
  client = running.clientFor('administrator')
})
afterAll(() => running.lake.close())

beforeEach(async () => {
  await client.delete({query: '*[_type in ["page", "statement", "study", "seal"]]'})
  await client
    .transaction()
    .create({_id: 'e', _type: 'study', title: '51 s'})
    .create({
      _id: 'c',
      _type: 'statement',
      text: 'x',
      studies: [{_key: 'e', _type: 'reference', _ref: 'e'}],
    })
    .create({
      _id: 'p',
      _type: 'page',
      headline: 'h',
      statements: [{_key: 'c', _type: 'reference', _ref: 'c'}],
    })
    .commit()
  for (const id of ['e', 'c', 'p']) await putSeal(id)
})

describe('delivered', () => {
  const cases: Record<string, () => Promise<unknown>> = {
    'valid, nothing else': async () => undefined,
    'a title slide with no pins': () => patchSeal('p', {pins: [], pinCount: 0}),
    'an editorial change through the gate': async () => {
      await client.patch('c').set({notes: 'n'}).commit()
      await putSeal('c')
    },
    'a claim change carried forward': async () => {
      await client.patch('c').set({text: 'y'}).commit()
      await putSeal('c', {accepts: [accept('c2'), accept('c1')]})
    },
    'carried forward with an end that is still to come': async () => {
      await client.patch('c').set({text: 'y'}).commit()
      await putSeal('c', {accepts: [accept('c2'), accept('c1', FUTURE)]})
    },
    'own and a member’s expiry in the future': async () => {
      await patchSeal('p', {validUntil: FUTURE})
      await patchSeal('c', {validUntil: FUTURE, validFrom: PAST})
    },
    'a claim put back': async () => {
      await client.patch('c').set({text: 'y'}).commit()
      await client.patch('c').set({text: 'x'}).commit()
      await putSeal('c')
    },
    'two pins of one member, both accepted': async () => {
      await patchSeal('e', {accepts: [accept('e1'), accept('e0')]})
      await patchSeal('p', {pins: [pin('c', 'c1'), pin('e', 'e1'), pin('e', 'e0')], pinCount: 3})
    },
  }
  test.each(Object.entries(cases))('%s', async (_name, arrange) => {
    await arrange()
    expect(await isDelivered()).toBe(true)
  })
})

describe('withheld', () => {
  const cases: Record<string, () => Promise<unknown>> = {
    'a material claim change': async () => {
      await client.patch('c').set({text: 'y'}).commit()
      await putSeal('c', {accepts: [accept('c2')]})
    },
    'a raw write to the claim': () => client.patch('c').set({text: 'y'}).commit(),
    'a raw write to the asset': () => client.patch('p').set({headline: 'y'}).commit(),
    'evidence changed two hops away': () => client.patch('e').set({title: '49 s'}).commit(),
    'a member deleted, its seal left': () =>
      client
        .transaction()
        .patch('p', {unset: ['statements']})
        .patch('c', {unset: ['studies']})
        .delete('e')
        .commit()
        .then(async () => {
          await putSeal('p')
          await putSeal('c')
        }),
    'a member deleted with its seal': () =>
      client
        .transaction()
        .patch('p', {unset: ['statements']})
        .patch('c', {unset: ['studies']})
        .delete('e')
        .delete('seal-e')
        .commit()
        .then(async () => {
          await putSeal('p')
          await putSeal('c')
        }),
    'the asset deleted': () => client.delete('p'),
    'a claim deleted under a seal without rev': async () => {
      await client
        .transaction()
        .patch('p', {unset: ['statements']})
        .delete('c')
        .commit()
      await putSeal('p')
      await patchSeal('c', {}, ['rev'])
    },
    recalled: () => patchSeal('c', {}, ['rev', 'accepts', 'pins']),
    'the asset itself recalled': () => patchSeal('p', {}, ['rev', 'accepts', 'pins']),
    'pins emptied': () => patchSeal('p', {pins: []}),
    'pins missing': () => patchSeal('p', {}, ['pins']),
    'pins and pinCount missing': () => patchSeal('p', {}, ['pins', 'pinCount']),
    'pins duplicated': () =>
      patchSeal('p', {pins: [pin('c', 'c1'), {...pin('c', 'c1'), _key: 'again'}]}),
    'rev missing': () => patchSeal('p', {}, ['rev']),
    'a member’s rev missing': () => patchSeal('e', {}, ['rev']),
    'accepts missing': () => patchSeal('c', {}, ['accepts']),
    'accepts of bare strings': () => patchSeal('c', {accepts: ['c1']}),
    'accepts of bare strings and a pin without fingerprint': async () => {
      await patchSeal('e', {accepts: ['e1']})
      const {fingerprint: _fingerprint, ...bare} = pin('e', 'e1')
      await patchSeal('p', {pins: [bare], pinCount: 1})
    },
    'carried but used up': () => patchSeal('c', {accepts: [accept('c2'), accept('c1', PAST)]}),
    'carried with a malformed end': () =>
      patchSeal('c', {accepts: [accept('c2'), accept('c1', 'soon')]}),
    'carried to a bare day': () => patchSeal('c', {accepts: [accept('c1', '2099-01-01')]}),
    'two pins of one member, one of them used up': async () => {
      await patchSeal('e', {accepts: [accept('e1'), accept('e0', PAST)]})
      await patchSeal('p', {pins: [pin('c', 'c1'), pin('e', 'e1'), pin('e', 'e0')], pinCount: 3})
    },
    'one transaction touching subject and seal': async () => {
      const rev = await revOf('p')
      await client
        .transaction()
        .patch('p', {set: {headline: 'forged'}})
        .patch('seal-p', {set: {sealedAt: PAST}})
        .commit()
      expect(await revOf('seal-p')).toBe(await revOf('p'))
      expect(await revOf('p')).not.toBe(rev)
    },
    'a second forged seal under another id': async () => {
      await client.patch('p').set({headline: 'forged'}).commit()
      const rev = await revOf('p')
      await client.create({
        _id: 'seal-forged',
        _type: 'seal',
        subject: weak('p'),
        rev,
        accepts: [accept('p2')],
        pins: [],
        pinCount: 0,
      })
    },
    'a pin whose seal belongs to another document': async () => {
      await client.patch('c').set({text: 'y'}).commit()
      const rev = await revOf('c')
      await client.create({
        _id: 'seal-other',
        _type: 'seal',
        subject: weak('e'),
        rev,
        accepts: [accept('c1')],
        pins: [],
        pinCount: 0,
      })
      await patchSeal('p', {pins: [{...pin('c', 'c1'), seal: weak('seal-other')}], pinCount: 1})
    },
    'own expiry past': () => patchSeal('p', {validUntil: PAST}),
    'a member’s expiry past': () => patchSeal('e', {validUntil: PAST}),
    'a malformed expiry': () => patchSeal('p', {validUntil: 'soon'}),
    'an expiry that is only a day': () => patchSeal('c', {validUntil: '2099-01-01'}),
    'own first day to come': () => patchSeal('p', {validFrom: FUTURE}),
    'a member’s first day to come': () => patchSeal('c', {validFrom: FUTURE}),
  }
  test.each(Object.entries(cases))('%s', async (_name, arrange) => {
    await arrange()
    expect(await isDelivered()).toBe(false)
  })
})

test('the horizon is the first end of anything the asset rests on', async () => {
  await patchSeal('e', {validUntil: '2098-01-01T00:00:00Z'})
  await patchSeal('c', {accepts: [accept('c1', '2097-01-01T00:00:00Z')]})
  await patchSeal('p', {validUntil: FUTURE})
  const found = await client.fetch(ALIGNED_ASSET_QUERY, {id: 'p'}, {perspective: 'published'})
  expect(found).toMatchObject({
    code: 'TEST-0001',
    validUntil: '2097-01-01T00:00:00Z',
    asset: {headline: 'h'},
  })
})

test('a carry that has ended, and on which nothing rests any more, is no end of the asset', async () => {
  await patchSeal('c', {accepts: [accept('c1'), accept('c0', PAST)]})
  const until = async (): Promise<unknown> => {
    const found = await client.fetch(ALIGNED_ASSET_QUERY, {id: 'p'}, {perspective: 'published'})
    expect(found).toMatchObject({code: 'TEST-0001'})
    return found?.validUntil
  }
  expect(await until()).toBeNull()
  await patchSeal('p', {validUntil: FUTURE})
  expect(await until()).toBe(FUTURE)
})

test('what is withheld says what moved', async () => {
  await client.patch('e').set({title: '49 s'}).commit()
  const [withheld] = await client.fetch<object[]>(
    WITHHELD_ASSETS_QUERY,
    {type: 'page'},
    {perspective: 'published'},
  )
  expect(withheld).toMatchObject({_id: 'p', ownContentMoved: false, moved: ['e']})
})
