import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {page, statement, study} from '../../plugins/claim-gate/fixtures/trialWorld.ts'
import {contentOf, type GateDocument, type World} from '../../plugins/claim-gate/node.ts'

type Review = NonNullable<ReturnType<World['reviews']['get']>>[number]

const NOW = '2026-11-25T08:00:00.000Z'
const TEXT = 'It takes half as long as it did, measured over a year. '

/** What each statement and page refers to. */
const STUDIES = 2
const STATEMENTS = 6

/** So many documents, all approved: of ten one is a study, three are statements and six are pages. */
export function judgeWorld(size: number): World {
  const [studies, statements] = [Math.ceil(size / 10), Math.ceil((size * 3) / 10)]
  const closures = new Map<string, readonly string[]>()
  const list: GateDocument[] = []
  const put = (document: GateDocument, members: readonly string[]): void => {
    const {_id} = document
    list.push({...document, _rev: `r-${_id}`})
    closures.set(_id, [...new Set(members.flatMap((id) => [id, ...(closures.get(id) ?? [])]))])
  }
  const some = (prefix: string, from: number, count: number, of: number): string[] => [
    ...new Set(Array.from({length: count}, (_, at) => `${prefix}${(from * 7 + at * 13) % of}`)),
  ]
  for (let at = 0; at < studies; at++) put(study(`e${at}`, `${TEXT}${at}`), [])
  for (let at = 0; at < statements; at++) {
    const members = some('e', at, STUDIES, studies)
    put(statement(`c${at}`, `${TEXT}${at}`, members), members)
  }
  for (let at = studies + statements; at < size; at++) {
    const members = some('c', at, STATEMENTS, statements)
    put(page(`p${at}`, `${TEXT}${at}`, members, {body: [block(at)]}), members)
  }
  return worldOf(list, closures)
}

const block = (at: number) => ({
  _key: 'a',
  _type: 'block',
  markDefs: [],
  children: [{_key: 'a0', _type: 'span', marks: [], text: `${TEXT.repeat(4)}${at}`}],
})

function worldOf(
  list: readonly GateDocument[],
  closures: ReadonlyMap<string, readonly string[]>,
): World {
  const documents = new Map(list.map((document) => [document._id, document]))
  const print = (id: string): string => {
    const document = documents.get(id)
    return document ? contentOf(trialModel, document).fingerprint : ''
  }
  const reviews = new Map(
    list.map((document) => {
      const pins = (closures.get(document._id) ?? []).map((doc) => ({doc, fingerprint: print(doc)}))
      const roles = trialModel.types[document._type]?.roles ?? []
      return [
        document._id,
        roles.map((role) => reviewOf(document._id, print(document._id), pins, role)),
      ]
    }),
  )
  return {now: NOW, basis: 'published', documents, reviews, ...NOTHING_ELSE}
}

const NOTHING_ELSE = {seals: new Map(), checkpoints: new Map(), agreements: new Map()}

const reviewOf = (
  subject: string,
  fingerprint: string,
  pins: Review['pins'],
  role: string,
): Review => ({
  _id: `claimGate.review.${subject}.${role}`,
  _createdAt: '2026-11-01T08:00:00Z',
  subject,
  fingerprint,
  basis: 'published',
  pins,
  role,
  decision: 'approved',
  carries: [],
  remarks: [],
  meaning: 'Approved',
  reviewer: role,
  reviewerName: role,
  signedAt: '2026-11-01T08:00:00Z',
  snapshots: [],
  inForce: false,
})

/** The same world in which nothing is known of any document yet. */
export const afresh = (world: World): World => ({
  ...world,
  documents: new Map([...world.documents].map(([id, document]) => [id, {...document}])),
})
