/** A request that a well-behaved client could send; pieces of the path are encoded already. */
export interface ValidRequest {
  method: string
  path: readonly string[]
  search?: Readonly<Record<string, string>>
  json?: unknown
  bytes?: Uint8Array
}

const at = (path: string): string[] => path.split('/')
const ds = 'production'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const note = {_id: 'one', _type: 'note', title: 'warm', size: 1, parts: [{_key: 'a', n: 1}]}
const draft = {...note, _id: 'drafts.one'}
const action = (type: string, more: object): object => ({
  actions: [
    {
      actionType: `sanity.action.document.${type}`,
      publishedId: 'one',
      draftId: 'drafts.one',
      ...more,
    },
  ],
})

const MUTATIONS: readonly object[] = [
  {create: {_type: 'note', title: 'new'}},
  {createOrReplace: note},
  {createIfNotExists: draft},
  {createOrReplace: {_id: 'two', _type: 'note', ref: {_type: 'reference', _ref: 'one'}}},
  {delete: {id: 'one'}},
  {delete: {query: '*[_type == $type]', params: {type: 'note'}}},
  {patch: {id: 'one', set: {title: 'cold', 'parts[_key=="a"].n': 2}, inc: {size: 1}}},
  {patch: {id: ['one', 'two'], setIfMissing: {list: []}, unset: ['parts[0]'], dec: {size: 1}}},
  {patch: {id: 'one', insert: {after: 'parts[-1]', items: [{_key: 'b'}]}, ifRevisionID: 'x'}},
  {patch: {id: 'one', diffMatchPatch: {title: '@@ -1,4 +1,4 @@\n-warm\n+cold\n'}}},
  {patch: {query: '*[_id == $id]', params: {id: 'one'}, set: {'a.b': [1]}}},
]

const ACTIONS: readonly object[] = [
  action('create', {attributes: draft, ifExists: 'ignore'}),
  action('edit', {patch: {set: {title: 'edited'}}}),
  action('publish', {ifDraftRevisionId: 'x', ifPublishedRevisionId: 'y'}),
  action('publish', {}),
  action('unpublish', {}),
  action('discard', {}),
  action('delete', {includeDrafts: ['drafts.one']}),
  action('replaceDraft', {attributes: draft}),
  action('version.create', {
    versionId: 'versions.r.one',
    baseId: 'one',
    document: {...note, _id: 'versions.r.one'},
  }),
  action('version.replace', {document: {...note, _id: 'versions.r.one'}}),
  action('version.discard', {versionId: 'versions.r.one'}),
]

const get = (path: string, search: Record<string, string> = {}): ValidRequest => ({
  method: 'GET',
  path: at(path),
  search,
})
const post = (path: string, json: unknown, search: Record<string, string> = {}): ValidRequest => ({
  method: 'POST',
  path: at(path),
  search,
  json,
})

/** Every endpoint of lake/README.md at least once, in the ways in which it is asked. */
export const VALID_REQUESTS: readonly ValidRequest[] = [
  get(`v1/data/query/${ds}`, {
    query: '*[_id == $id]',
    $id: '"one"',
    perspective: 'drafts',
    returnQuery: 'false',
  }),
  get(`v2026-11-01/data/query/${ds}`, {query: '*', perspective: 'r,drafts'}),
  post(
    `vX/data/query/${ds}`,
    {query: '*[_type == $type]', params: {type: 'note'}},
    {perspective: 'raw'},
  ),
  ...['raw', 'published', 'drafts', 'r,s'].flatMap((perspective) => [
    get(`v1/data/query/${ds}`, {query: '*[title match $x]', $x: '"a*"', perspective}),
    post(
      `v1/data/query/${ds}`,
      {query: '*[_id in $x]{..., ref->}', params: {x: ['one']}},
      {perspective},
    ),
  ]),
  post(`v1/data/mutate/${ds}`, {mutations: [{createOrReplace: note}], transactionId: 't'}),
  get(`v1/data/doc/${ds}/one,drafts.one`, {excludeContent: 'true'}),
  get(`v1/data/export/${ds}`, {types: 'note,other'}),
  ...MUTATIONS.map((mutation) =>
    post(`v1/data/mutate/${ds}`, {mutations: [mutation]}, {returnDocuments: 'true'}),
  ),
  ...MUTATIONS.map((mutation) =>
    post(
      `v1/data/mutate/${ds}`,
      {mutations: [{createOrReplace: note}, mutation]},
      {
        autoGenerateArrayKeys: 'true',
        visibility: 'async',
      },
    ),
  ),
  ...ACTIONS.map((body) => post(`v2026-11-01/data/actions/${ds}`, body, {dryRun: 'true'})),
  ...ACTIONS.map((body) => post(`v2026-11-01/data/actions/${ds}`, body)),
  get(`v1/data/listen/${ds}`, {
    query: '*[_type == $type]',
    $type: '"note"',
    effectFormat: 'mendoza',
    enableResume: 'true',
  }),
  get(`v1/data/live/events/${ds}`, {includeDrafts: 'true'}),
  get(`v1/data/history/${ds}/transactions/one,two`, {
    fromTransaction: 't',
    toTransaction: 'u',
    fromTime: '2026-01-01T00:00:00Z',
    toTime: '2026-01-01T00:00:00Z',
    limit: '5',
    reverse: 'true',
    authors: 'editor',
    effectFormat: 'mendoza',
    excludeContent: 'true',
  }),
  get(`v1/data/history/${ds}/events/documents/one`, {limit: '3', nextCursor: 'x'}),
  get(`v1/data/history/${ds}/documents/one`, {
    revision: 't',
    time: '2026-01-01T00:00:00Z',
    lastRevision: 'true',
  }),
  {
    method: 'POST',
    path: at(`v1/assets/images/${ds}`),
    search: {filename: 'a.png', label: 'b'},
    bytes: PIXEL,
  },
  {
    method: 'POST',
    path: at(`v1/assets/files/${ds}`),
    search: {filename: 'a.txt', title: 't'},
    bytes: Buffer.from('file'),
  },
  ...['w=10&h=10', 'rect=0,0,1,1', 'fm=webp&q=50', 'fit=crop&auto=format&dpr=2'].map((search) =>
    get(`images/throughline/${ds}/PIXEL`, Object.fromEntries(new URLSearchParams(search))),
  ),
  get(`files/throughline/${ds}/a.txt`, {dl: 'name.txt'}),
  ...['me', 'editor,viewer', 'editor', 'me/keyvalue/a,b'].map((path) => get(`v1/users/${path}`)),
  {method: 'PUT', path: at('v1/users/me/keyvalue'), json: [{key: 'a', value: {b: 1}}]},
  get('v1/auth/providers'),
  get('v1/auth/login/editor', {origin: 'http://localhost:3333/x#y'}),
  get('v1/auth/fetch', {sid: 'x'}),
  get('v1/auth/id'),
  post('v1/auth/logout', {}),
  ...['', '/throughline', '/p/datasets', `/p/datasets/${ds}/acl`, '/p/grants', '/p/roles'].map(
    (path) => get(`v1/projects${path}`),
  ),
  ...['features', 'ping', 'help', 'journey/x', 'intake/telemetry-status', 'schedules/p/d'].map(
    (path) => get(`v1/${path}`),
  ),
  post('v1/intake/batch', {batch: []}),
  get(`v1/socket/${ds}`),
]
