import {createWorkspaceFromConfig, validateDocument} from 'sanity'
import {expect, test} from 'vitest'
import {isRecord, listAt, textAt, type JsonRecord} from '../../plugins/claim-gate/model/record.ts'
import {referencedId} from '../../schemas/references.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {claims} from '../../scripts/seed/claims.ts'
import {buildWrites} from '../../studio/importing/claims/buildWrites.ts'
import {fetchLibrary} from '../../studio/importing/claims/fetchLibrary.ts'
import {countOutcomes, type ImportPlan} from '../../studio/importing/claims/outcome.ts'
import {planImport} from '../../studio/importing/claims/planImport.ts'
import {readTable} from '../../studio/importing/claims/readTable.ts'
import {writeImport} from '../../studio/importing/claims/writeImport.ts'
import {startLake} from '../support/startLake.ts'
import {putDemoClaims} from './demoClaims.ts'

/* What the import accepts, the Studio's own validation accepts: the two cannot drift apart unseen. */
const HEADER = [
  'Code',
  'Statement',
  'Qualifier',
  'Variations',
  'Category',
  'Product',
  'Indications',
  'Evidence',
  'Risk information',
  'Audiences',
  'Market',
  'Label status',
  'Rationale',
  'Place in the IFU',
  'Expiry date',
]

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const refsOf = (value: unknown[]): string => value.map((each) => referencedId(each) ?? '').join('|')

function placed(entry: unknown): string {
  if (!isRecord(entry) || !isRecord(entry.locator)) return ''
  const {locator} = entry
  const parts = ['page', 'table', 'figure'].flatMap((part) => {
    const place = textAt(locator, part)
    return place === undefined ? [] : [`${part} ${place}`]
  })
  const quote = textAt(locator, 'quote')
  return [referencedId(entry.evidence), ...parts, ...(quote ? [`“${quote}”`] : [])].join(', ')
}

/** A claim of the demo launch as a row of a spreadsheet. */
function rowOf(claim: JsonRecord, code: string): string {
  const [authorization] = listAt(claim, 'authorizations').filter(isRecord)
  const cells = [
    code,
    ...['statement', 'qualifier'].map((field) => textAt(claim, field) ?? ''),
    listAt(claim, 'variations').join('\n'),
    textAt(claim, 'category') ?? '',
    referencedId(claim.product) ?? '',
    refsOf([...listAt(claim, 'indications')]),
    listAt(claim, 'substantiation').map(placed).join('|'),
    textAt(claim, 'riskInformation') ?? '',
    listAt(claim, 'audiences').join(', '),
    ...['market', 'labelStatus', 'rationale', 'ifuLocator'].map(
      (field) => textAt(authorization ?? {}, field) ?? '',
    ),
    textAt(claim, 'expiresOn') ?? '',
  ]
  return cells.map(quoted).join(',')
}

test('the demo claims come back the same; under codes of their own they are drafts without errors', async () => {
  const {lake, clientFor} = await startLake()
  try {
    const client = clientFor('editor')
    await putDemoClaims(clientFor('administrator'))
    const planOf = async (rows: string[]): Promise<ImportPlan> => {
      const file = [HEADER.join(','), ...rows].join('\r\n')
      const read = readTable(new TextEncoder().encode(file))
      if ('unreadable' in read) throw new Error(read.unreadable.key)
      return planImport(read.table, await fetchLibrary(client))
    }
    const back = await planOf(claims.map((claim) => rowOf(claim, String(claim.code))))
    expect(back.outcomes.filter(({status}) => status !== 'same')).toEqual([])

    const made = await planOf(claims.map((claim, at) => rowOf(claim, `CLM-${500 + at}`)))
    expect(countOutcomes(made.outcomes)).toMatchObject({new: claims.length, refused: 0})
    const built = buildWrites(made, false)
    await writeImport(client, 'writes' in built ? built.writes : [])

    const {projectId, dataset} = lake
    const currentUser = {id: 'editor', name: 'Editor', email: '', role: 'editor', roles: []}
    const schema = {types: schemaTypes}
    const getClient = () => client
    const config = {projectId, dataset, schema, getClient, currentUser}
    const workspace = await createWorkspaceFromConfig(config)
    const drafts = await client.fetch('*[_id in path("drafts.**")]')
    expect(drafts.length).toBe(claims.length)
    for (const document of drafts) {
      const markers = await validateDocument({document, workspace, getClient})
      expect(markers.filter(({level}) => level === 'error')).toEqual([])
    }
  } finally {
    await lake.close()
  }
})
