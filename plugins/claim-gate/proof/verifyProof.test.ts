import {describe, expect, test} from 'vitest'
import {inOrder, proofBytes, proofRecords, sealAll} from '../fixtures/trialProof.ts'
import {page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import {fingerprintOf} from '../fingerprint/contentOf.ts'
import {snapshotId} from '../model/gateDocuments.ts'
import {isRecord, type JsonRecord} from '../model/record.ts'
import {sealCode} from '../verdict/sealCode.ts'
import type {ProofRecord} from './proofRecord.ts'
import {verifyProof} from './verifyProof.ts'

/** A study, a statement on it, a page on that; the statement was worded otherwise before, the page `p2` was never signed. */
function trial(): TrialWorld {
  const world = new TrialWorld()
    .put(study('e1', 'Study'))
    .sign('e1', ['medical'])
    .put(statement('c1', 'First wording', ['e1']))
    .sign('c1', ['marketing', 'medical'])
    .put(statement('c1', 'Statement', ['e1'], {until: '2026-12-31'}))
    .sign('c1', ['marketing', 'medical'])
    .put(page('p1', 'Page', ['c1']), page('p2', 'Unsigned', ['c1']))
    .sign('p1', ['marketing', 'medical'])
  return sealAll(world)
}

type Edit = (value: JsonRecord) => JsonRecord
const isOf = (record: ProofRecord, kind: string, subject: string): boolean =>
  record.kind === kind && [record.value.subject, record.value._id].includes(subject)

/** Changes lines of a kind and subject; whoever does so can compute every hash anew. */
const changed = (records: ProofRecord[], kind: string, subject: string, edit: Edit) =>
  records.map((record) =>
    isOf(record, kind, subject) ? {...record, value: edit(record.value)} : record,
  )
const without = (records: ProofRecord[], kind: string, subject: string) =>
  records.filter((record) => !isOf(record, kind, subject))
const valueOf = (records: ProofRecord[], kind: string, subject: string): JsonRecord =>
  records.find((record) => isOf(record, kind, subject))?.value ?? {}

const verify = (records: readonly ProofRecord[]) => verifyProof([proofBytes(records)])

/** What is found in lines, as one text. */
async function findingIn(records: readonly ProofRecord[]): Promise<string> {
  const result = await verify(records)
  if (result.status !== 'wrong') return result.status
  const {line, what, expected, found} = result.finding
  expect(line).toBeGreaterThan(0)
  return `${what}: expected ${expected}; found ${found}`
}

const reviewIn = (records: ProofRecord[], subject: string, role: string): ProofRecord => {
  const found = records.findLast(
    ({kind, value}) => kind === 'review' && value.subject === subject && value.role === role,
  )
  if (!found) throw new Error(`${subject} has no review as ${role}`)
  return found
}
const refingerprinted = (value: JsonRecord, content: string): JsonRecord => ({
  ...value,
  content,
  fingerprint: fingerprintOf(content),
})
const reworded = (value: JsonRecord): string =>
  String(value.content).replace('"Statement"', '"Better than it is"')

describe('an honest proof', () => {
  test('holds, and says what is in force and until when', async () => {
    expect(await verify(proofRecords(trial()))).toMatchObject({
      status: 'holds',
      summary: {
        counts: {documents: 4, reviews: 7, withdrawals: 0, snapshots: 4, seals: 3, incidents: 0},
        inForce: ['c1', 'e1', 'p1'],
        until: '2027-01-01T00:00:00.000Z',
        withheld: [{id: 'p2', state: 'unreviewed'}],
        rules: [
          'lesson: marketing; first out through a launch checkpoint',
          'page: marketing, medical; first out through a launch checkpoint',
          'statement: marketing, medical; legal too where kind is comparative',
          'study: medical',
        ],
      },
    })
  })

  test('is the same file whenever the same is exported', () => {
    expect(proofBytes(proofRecords(trial()))).toEqual(proofBytes(proofRecords(trial())))
  })

  test('holds with seals of content that changed since, was taken away or has ended', async () => {
    const stale = trial().put(study('e1', 'Changed past the gate'))
    const gone = trial().remove('e1')
    gone.seals.delete('e1')
    const ended = trial().at('2027-06-01T00:00:00Z')
    const withheld = await Promise.all(
      [stale, gone, ended].map(async (world) => {
        const result = await verify(proofRecords(world))
        if (result.status !== 'holds') return JSON.stringify(result)
        return result.summary.withheld.map(({id, state}) => `${id} ${state}`)
      }),
    )
    expect(withheld).toEqual([
      ['c1 stale', 'e1 changed', 'p1 stale', 'p2 unreviewed'],
      ['c1 stale', 'p1 stale', 'p2 unreviewed'],
      ['c1 expired', 'p1 stale', 'p2 unreviewed'],
    ])
  })

  test('is the same to verify however its bytes arrive', async () => {
    const bytes = proofBytes(proofRecords(trial()))
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte))
    expect(await verifyProof(single)).toEqual(await verifyProof([bytes]))
  })
})

describe('whoever computes every hash anew is found by what does not follow', () => {
  const records = proofRecords(trial())

  test('content of a snapshot', async () => {
    const forged = changed(records, 'snapshot', 'c1', (value) => ({
      ...value,
      content: reworded(value),
    }))
    expect(await findingIn(forged)).toMatch(
      /^snapshot claimGate\.snapshot\.c1\.\w+: expected content with the fingerprint v1-/u,
    )
  })

  test('content of a snapshot with its fingerprint', async () => {
    const forged = changed(records, 'snapshot', 'c1', (value) =>
      refingerprinted(value, reworded(value)),
    )
    expect(await findingIn(forged)).toMatch(/expected the id claimGate\.snapshot\.c1\.\w+ for/u)
  })

  test('content of a snapshot with its fingerprint and id: the review signed another', async () => {
    const forged = changed(records, 'snapshot', 'c1', (value) => {
      const next = refingerprinted(value, reworded(value))
      return {...next, _id: snapshotId('c1', String(next.fingerprint))}
    })
    expect(await findingIn(inOrder(forged))).toMatch(
      /^review .*expected the snapshot .*found none/u,
    )
  })

  test('content of a document', async () => {
    const forged = changed(records, 'document', 'c1', (value) => ({
      ...value,
      content: reworded(value),
    }))
    expect(await findingIn(forged)).toMatch(/^document c1: expected content with the fingerprint/u)
  })

  test('content of a document with its fingerprint: nobody approved it', async () => {
    const forged = changed(records, 'document', 'c1', (value) =>
      refingerprinted(value, reworded(value)),
    )
    expect(await findingIn(forged)).toMatch(/^seal seal-c1: expected no seal in force.*changed/u)
  })

  test('content that the rules would not write so', async () => {
    const forged = changed(records, 'document', 'c1', (value) =>
      refingerprinted(value, String(value.content).replace('"Statement"', '" Statement "')),
    )
    expect(await findingIn(forged)).toMatch(/^document c1: expected content as the rules/u)
  })

  test('revision of a document', async () => {
    const forged = changed(records, 'document', 'p1', (value) => ({...value, _rev: 'other'}))
    expect(await findingIn(forged)).toMatch(/^seal seal-p1: expected rev "other"/u)
  })

  test('role of a review, with or without the meaning that it signed', async () => {
    const {value: signed} = reviewIn(records, 'p1', 'medical')
    const as = (more: JsonRecord) =>
      changed(records, 'review', String(signed._id), (value) => ({...value, ...more}))
    expect(await findingIn(as({role: 'legal'}))).toMatch(
      /^review .*expected the meaning "Approved for medical accuracy", which is that of the role medical; found role legal/u,
    )
    expect(await findingIn(as({role: 'legal', meaning: 'Approved by legal'}))).toBe(
      `seal seal-p1: expected no seal in force, for it is inReview (not approved as medical); found rev ${String(valueOf(records, 'document', 'p1')._rev)}`,
    )
  })

  test('decision of a review', async () => {
    const {value: signed} = reviewIn(records, 'p1', 'medical')
    const forged = changed(records, 'review', String(signed._id), (value) => ({
      ...value,
      decision: 'changesRequested',
    }))
    expect(await findingIn(forged)).toMatch(/^seal seal-p1: expected .* to approve/u)
  })

  test('a review taken away: of what is sealed, or the last that saw a wording', async () => {
    const {value: signed} = reviewIn(records, 'p1', 'medical')
    expect(await findingIn(without(records, 'review', String(signed._id)))).toBe(
      `seal seal-p1: expected the review ${String(signed._id)} that it names; found none`,
    )
    const first = fingerprintOf(
      String(valueOf(records, 'document', 'c1').content)
        .replace('"Statement"', '"First wording"')
        .replace(',"until":"2026-12-31"', ''),
    )
    const forged = records.filter(({value}) => value.fingerprint !== first || 'content' in value)
    expect(await findingIn(forged)).toMatch(
      /^snapshot .*c1.*expected a review by somebody who saw/u,
    )
  })

  test('a seal for what nobody approved', async () => {
    const {_rev: rev, fingerprint} = valueOf(records, 'document', 'p2')
    const seal = (more: JsonRecord): ProofRecord => ({
      kind: 'seal',
      value: {
        ...valueOf(records, 'seal', 'seal-p1'),
        _id: 'seal-p2',
        subject: {_ref: 'p2'},
        rev,
        accepts: [{fingerprint}],
        code: sealCode('p2', String(fingerprint)),
        ...more,
      },
    })
    const forge = (more: JsonRecord) => findingIn(inOrder([...records, seal(more)]))
    expect(await forge({})).toMatch(/^seal seal-p2: expected .* to be of p2/u)
    expect(await forge({reviews: []})).toMatch(/^seal seal-p2: expected reviews that approved/u)
    expect(await forge({code: 'AAAA-AAAA'})).toMatch(/^seal seal-p2: expected code/u)
    expect(await forge({accepts: []})).toMatch(/^seal seal-p2: expected neither rev nor pins/u)
    expect(await forge({accepts: [], rev: undefined, pins: []})).toMatch(/expected a withdrawal/u)
  })

  test('a pin moved in a seal, in a review, or taken out', async () => {
    const other = String(valueOf(records, 'snapshot', 'c1').fingerprint)
    const moved = (value: JsonRecord) => ({
      ...value,
      pins: [value.pins].flat().map((pin) => (isRecord(pin) ? {...pin, fingerprint: other} : pin)),
    })
    const {value: signed} = reviewIn(records, 'p1', 'medical')
    expect(await findingIn(changed(records, 'seal', 'seal-p1', moved))).toMatch(
      /^seal seal-p1: expected pins /u,
    )
    expect(await findingIn(changed(records, 'review', String(signed._id), moved))).toMatch(
      /^review .*: expected claimGate\.snapshot\.c1\.\w+ among the snapshots it names/u,
    )
    const emptied = changed(records, 'seal', 'seal-p1', (value) => ({
      ...value,
      pins: [],
      pinCount: 0,
    }))
    expect(await findingIn(emptied)).toMatch(/^seal seal-p1: expected pins .*; found \[\]/u)
  })

  test.each([
    ['validUntil', {validUntil: '2036-01-01T00:00:00.000Z'}],
    ['validFrom', {validFrom: '2026-01-01T00:00:00.000Z'}],
    ['code', {code: 'AAAA-AAAA'}],
    ['accepts', {accepts: [{fingerprint: 'v1-other'}]}],
    ['pinCount', {pinCount: 7}],
    ['reviews', {reviews: ['claimGate.review.other']}],
  ])('%s of a seal', async (name, more) => {
    const forged = changed(records, 'seal', 'seal-c1', (value) => ({...value, ...more}))
    expect(await findingIn(forged)).toMatch(new RegExp(`^seal seal-c1: expected ${name} `, 'u'))
  })

  test('a seal, a snapshot or a document taken away', async () => {
    expect(await findingIn(without(records, 'seal', 'seal-e1'))).toMatch(
      /^document e1: expected the seal seal-e1/u,
    )
    expect(await findingIn(without(records, 'snapshot', 'e1'))).toMatch(
      /^review .*expected the snapshot claimGate\.snapshot\.e1/u,
    )
    expect(await findingIn(without(records, 'document', 'e1'))).toMatch(/^seal seal-/u)
  })

  test('a claim that is made to look as if the gate did not hold it', async () => {
    const forged = without(without(records, 'document', 'c1'), 'seal', 'seal-c1')
    const ungated: ProofRecord = {kind: 'ungated', value: {_id: 'c1', _type: 'image'}}
    expect(await findingIn(inOrder([...forged, ungated]))).toMatch(
      /expected c1 to be a statement, as was signed; found a image/u,
    )
  })

  test('a recall undone: its review taken away, or its seal filled again', async () => {
    const world = trial().sign('c1', ['medical'], {decision: 'withdrawn'})
    const filled = proofRecords(world)
    const {code = ''} = world.seals.get('c1') ?? {}
    const emptied = {accepts: [], pins: [], pinCount: 0, reviews: [], code}
    world.seals.set('c1', {_id: 'seal-c1', subject: 'c1', ...emptied})
    const recalled = proofRecords(world)
    expect(await verify(recalled)).toMatchObject({
      status: 'holds',
      summary: {
        counts: {withdrawals: 1},
        inForce: ['e1'],
        withheld: expect.arrayContaining([{id: 'c1', state: 'withdrawn'}]),
      },
    })
    const undone = recalled.filter(({value}) => value.decision !== 'withdrawn')
    expect(await findingIn(undone)).toMatch(/^seal seal-c1: expected /u)
    expect(await findingIn(filled)).toMatch(/^seal seal-c1: expected n/u)
    const recoded = changed(recalled, 'seal', 'seal-c1', (value) => ({...value, code: 'AAAA-AAAA'}))
    expect(await findingIn(recoded)).toMatch(/expected the code of a content of c1/u)
  })

  test('rules that ask for less, or look at less', async () => {
    const ruled = (edit: (model: string) => string) =>
      records.map((record) =>
        record.kind === 'header'
          ? {
              ...record,
              value: {...record.value, model: JSON.parse(edit(JSON.stringify(record.value.model)))},
            }
          : record,
      )
    expect(
      await findingIn(ruled((model) => model.replaceAll('["marketing","medical"]', '["medical"]'))),
    ).toMatch(/^seal seal-c1: expected (pins|reviews) /u)
    expect(
      await findingIn(
        ruled((model) =>
          model.replace('"headline":{"material":true', '"headline":{"material":false'),
        ),
      ),
    ).toMatch(/^document p1: expected content as the rules/u)
    expect(await findingIn(ruled(() => '{}'))).toMatch(/^header: expected a gate model/u)
  })

  test('a review from after the export', async () => {
    const {value: signed} = reviewIn(records, 'p1', 'medical')
    const forged = changed(records, 'review', String(signed._id), (value) => ({
      ...value,
      _createdAt: '2026-03-02T00:00:00Z',
    }))
    expect(await findingIn(forged)).toMatch(/expected written before the export/u)
  })

  test('dates, pins and wordings of a seal whose content is not out now', async () => {
    const stale = proofRecords(trial().put(study('e1', 'Changed past the gate')))
    const forge = (subject: string, more: JsonRecord) =>
      findingIn(changed(stale, 'seal', subject, (value) => ({...value, ...more})))
    expect(await forge('seal-c1', {validUntil: undefined})).toMatch(/from ever until 2027/u)
    expect(await forge('seal-c1', {pinCount: 2})).toMatch(/expected pinCount 1/u)
    const [own] = [valueOf(stale, 'seal', 'seal-c1').accepts].flat()
    expect(await forge('seal-c1', {accepts: [own, {fingerprint: 'v1-other'}]})).toMatch(
      /expected only wordings that a review carried forward; found v1-other/u,
    )
  })
})

describe('what is no proof', () => {
  test.each([
    ['nothing', ''],
    ['another file', '# A paper\n'],
    ['other JSON', '{"hash":"","kind":"header","value":{"format":"other"}}\n'],
  ])('%s', async (_, text) => {
    expect(await verifyProof([new TextEncoder().encode(text)])).toMatchObject({status: 'noProof'})
  })

  test('a proof of a version to come', async () => {
    const records = proofRecords(trial()).map((record) =>
      record.kind === 'header' ? {...record, value: {...record.value, version: 2}} : record,
    )
    expect(await verify(records)).toMatchObject({
      status: 'noProof',
      reason: expect.stringContaining('version 2'),
    })
  })
})

describe('what goes out together', () => {
  const CHECKPOINT = 'claimGate.checkpoint.1'
  const launched = (outcome?: 'passed'): TrialWorld => {
    const world = trial()
      .put({_id: 'spring', _type: 'campaign'})
      .put(page('p3', 'Of a launch', ['c1'], {campaign: {_type: 'reference', _ref: 'spring'}}))
      .sign('p3', ['marketing', 'medical'])
    world.agreements.set('spring', {_id: 'charter', _type: 'charter'})
    world.checkpoints.push({
      _id: CHECKPOINT,
      title: 'Spring',
      kind: 'launch',
      group: 'spring',
      owner: 'o',
      members: ['p3'],
      events: [],
      ...(outcome ? {outcome, closedAt: '2026-03-02T00:00:00Z'} : {}),
    })
    return sealAll(world)
  }

  test('waits while its checkpoint is open, and is in force once that has passed', async () => {
    expect(await verify(proofRecords(launched()))).toMatchObject({
      status: 'holds',
      summary: {withheld: expect.arrayContaining([{id: 'p3', state: 'waiting'}])},
    })
    expect(await verify(proofRecords(launched('passed')))).toMatchObject({
      status: 'holds',
      summary: {inForce: expect.arrayContaining(['p3'])},
    })
  })

  test('what waits and whose checkpoint and agreement are left out would have to be sealed', async () => {
    const open = proofRecords(launched())
    const gone = without(open, 'checkpoint', CHECKPOINT)
    expect(await findingIn(without(gone, 'agreement', 'charter'))).toContain('seal-p3')
  })

  test('lines that are none of their kind are said to be', async () => {
    const records = proofRecords(launched())
    const odd = (kind: 'checkpoint' | 'agreement', id: string, more: JsonRecord) =>
      findingIn(changed(records, kind, id, (value) => ({...value, ...more})))
    expect(await odd('checkpoint', CHECKPOINT, {kind: 'party'})).toContain('and a kind')
    expect(await odd('agreement', 'charter', {_type: 'page'})).toContain('expected a charter')
    expect(await odd('agreement', 'charter', {group: 1})).toContain('the group that it is about')
  })
})
