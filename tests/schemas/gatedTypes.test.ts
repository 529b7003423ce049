import {createClient} from '@sanity/client'
import {createWorkspaceFromConfig, validateDocument} from 'sanity'
import {describe, expect, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {createGateModel} from '../../plugins/claim-gate/node.ts'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {schemaTypes} from '../../schemas/index.ts'

/* What the specification asks of every type that the gate holds; nothing here needs a lake. */
const model = createGateModel(schemaTypes, gateOptions)
const types: readonly unknown[] = schemaTypes
const definitions = types.filter(isRecord)
const gated = definitions.filter(({name}) => Object.hasOwn(model.types, String(name)))
/** Nobody listens there: an empty document asks for nothing. */
const client = createClient({
  projectId: 'throughline',
  dataset: 'production',
  apiVersion: API_VERSION,
  apiHost: 'http://127.0.0.1:9',
  useProjectHostname: false,
  useCdn: false,
})
const workspace = await createWorkspaceFromConfig({
  projectId: 'throughline',
  dataset: 'production',
  schema: {types: schemaTypes},
  getClient: () => client,
  currentUser: {id: 'author', name: 'Author', email: '', role: 'editor', roles: []},
})

const membersOf = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

/** Roles and side of each type, as the specification lists them. */
const GATES = {
  product: ['source', 'regulatory', 'legal'],
  indication: ['source', 'medical', 'regulatory'],
  evidence: ['source', 'medical'],
  claim: ['source', 'marketing', 'medical', 'regulatory'],
  proofPoint: ['source', 'marketing', 'medical', 'regulatory'],
  objectionResponse: ['source', 'marketing', 'medical', 'regulatory', 'training'],
  valueProposition: ['source', 'marketing', 'medical', 'regulatory'],
  messagingPlatform: ['source', 'marketing', 'medical', 'regulatory'],
  deckSlide: ['content', 'marketing', 'medical', 'regulatory'],
  deck: ['content', 'marketing', 'medical', 'regulatory'],
  leaveBehind: ['content', 'marketing', 'medical', 'regulatory'],
  vacKit: ['content', 'marketing', 'medical', 'regulatory', 'legal'],
  lmsModule: ['training', 'training', 'marketing', 'medical', 'regulatory'],
  coachingRubric: ['training', 'marketing', 'training', 'regulatory'],
}

const ASSET = ['externalApproval', 'internalNotes', 'materialCode']

/** Fields that may change without a review: a change of this table changes what the gate holds. */
const IMMATERIAL: Readonly<Record<string, readonly string[]>> = {
  claim: ['internalNotes', 'supersedes'],
  messagingPlatform: ['internalNotes', 'owner'],
  deckSlide: ASSET,
  deck: ASSET,
  leaveBehind: ASSET,
  vacKit: ASSET,
  lmsModule: [...ASSET, 'brief', 'durationMinutes', 'lmsId', 'retrainOnChange', 'version'],
  coachingRubric: [...ASSET, 'firstRideAlongOn'],
}

/** Titles that leave an author nothing to ask. */
const SELF_EVIDENT: readonly string[] = [
  'approvedOn',
  'authors',
  'documentNumber',
  'figure',
  'market',
  'page',
  'pages',
  'registry',
  'system',
  'table',
  'text',
  'title',
  'version',
  'volume',
  'year',
]

test('the gate holds these types, in these roles, on these sides', () => {
  const found = Object.values(model.types).map(({name, side, roles}) => [name, [side, ...roles]])
  expect(Object.fromEntries(found)).toEqual(GATES)
})

test('legal joins where content calls for it', () => {
  expect(
    Object.values(model.types).flatMap(({name, rolesWhen}) =>
      rolesWhen.map((condition) => ({name, ...condition})),
    ),
  ).toEqual([{name: 'claim', path: 'category', in: ['comparative', 'economic'], add: ['legal']}])
})

test('references hold what they point to, but for these', () => {
  expect(definitions.flatMap((definition) => weakIn(definition, String(definition.name)))).toEqual([
    'claim.supersedes',
    'brief.deliverables',
    'deckWalk.additions.claim',
    'legacyMaterial.statements.claim',
  ])
})

describe.each(gated.map((definition) => [String(definition.name), definition] as const))(
  '%s',
  (name, definition) => {
    const compiled = workspace.schema.get(name)

    test('has an icon, and its fields in groups of which one is open', () => {
      expect(compiled?.icon).toBeTruthy()
      const groups = membersOf(definition.groups)
      expect(groups.filter((group) => group.default === true)).toHaveLength(1)
      const names = groups.map((group) => group.name)
      const ungrouped = membersOf(definition.fields).filter(({group}) => !names.includes(group))
      expect(ungrouped.map((field) => field.name)).toEqual([])
    })

    test('has a headline that must be written, and shows it in lists', async () => {
      const written = await requiredTexts(name)
      const selection = Object.entries(compiled?.preview?.select ?? {}).flatMap(([key, path]) =>
        written.includes(path) ? [[key, `the ${path}`] as const] : [],
      )
      const selected = Object.fromEntries(selection)
      const shown = compiled?.preview?.prepare?.(selected) ?? selected
      expect(String(shown.title)).toContain('the ')
    })

    test('has notes that nobody reviews, and no other immaterial field than is known', () => {
      const immaterial = Object.entries(model.shapes[name] ?? {})
        .filter(([, {material}]) => !material)
        .map(([field]) => field)
      expect(immaterial.toSorted()).toEqual([...(IMMATERIAL[name] ?? ['internalNotes'])].toSorted())
    })

    test('says of every field what goes into it', () => {
      expect(unexplained(definition)).toEqual([])
    })
  },
)

test('what is not gated is explained, grouped and shown as well', () => {
  for (const definition of definitions.filter((each) => !gated.includes(each))) {
    const name = String(definition.name)
    expect({[name]: unexplained(definition)}).toEqual({[name]: []})
    if (definition.type !== 'document') continue
    expect(membersOf(definition.groups).length).toBeGreaterThan(1)
    expect(workspace.schema.get(name)?.preview?.select).toBeTruthy()
  }
})

/** Top-level fields without which an empty document is refused. */
async function requiredTexts(type: string): Promise<string[]> {
  const markers = await validateDocument({
    document: {_id: 'drafts.new', _type: type, _rev: '', _createdAt: '', _updatedAt: ''},
    workspace,
    getClient: () => client,
  })
  return markers
    .filter(({level, path}) => level === 'error' && path.length === 1)
    .flatMap(({path: [field]}) => (typeof field === 'string' ? [field] : []))
}

/** Where weak references stand, in objects and lists as well. */
function weakIn(definition: Record<string, unknown>, place: string): string[] {
  return [
    ...(definition.weak === true ? [place] : []),
    ...membersOf(definition.of).flatMap((member) => weakIn(member, place)),
    ...membersOf(definition.fields).flatMap((field) =>
      weakIn(field, `${place}.${String(field.name)}`),
    ),
  ]
}

/** Fields without a description, in objects and lists of them as well. */
function unexplained(definition: unknown): string[] {
  if (!isRecord(definition)) return []
  return membersOf(definition.fields).flatMap((field) => [
    ...(field.description || SELF_EVIDENT.includes(String(field.name)) ? [] : [String(field.name)]),
    ...[field, ...membersOf(field.of)].flatMap(unexplained),
  ])
}
