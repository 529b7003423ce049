import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {createLake} from '../../lake/createLake.ts'
import {sqliteStorage} from '../../lake/storage/sqliteStorage.ts'

/*
 * A process of its own: opens a store, as a lake or by reading and parsing its rows alone, and says how long that took
 * since the process began, how much memory it takes, and how long the documents are as JSON.
 */
const [what, directory = ''] = process.argv.slice(2)

function used(): number {
  globalThis.gc?.()
  const {heapUsed, external} = process.memoryUsage()
  return heapUsed + external
}

const before = used()
const kept = what === 'read' ? readRows() : await startLake()
const milliseconds = kept.at
const bytes = used() - before
await kept.end()
console.log(milliseconds, bytes, jsonLength())

function readRows() {
  const database = new DatabaseSync(join(directory, 'lake.sqlite'), {readOnly: true})
  const documents: unknown[] = []
  for (const {changes} of database.prepare('SELECT changes FROM transactions').iterate())
    documents.push(JSON.parse(String(changes)))
  return {at: performance.now(), documents, end: () => database.close()}
}

async function startLake() {
  const account = {id: 'bench', name: 'Bench', email: 'bench@example.org', token: 'token'}
  const lake = createLake({directory, accounts: [{...account, role: 'administrator'}]})
  const url = await lake.listen()
  const query = encodeURIComponent('*[_id == "claim-7"][0]')
  const response = await fetch(`${url}/v2026-11-01/data/query/production?query=${query}`, {
    headers: {authorization: `Bearer ${account.token}`},
  })
  if (!(await response.text()).includes('Claim 7')) throw new Error('The lake did not answer')
  return {at: performance.now(), documents: lake, end: () => lake.close()}
}

function jsonLength(): number {
  const storage = sqliteStorage(directory)
  let length = 0
  for (const document of storage.load()) length += JSON.stringify(document).length
  storage.close()
  return length
}
