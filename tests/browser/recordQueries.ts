import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import type {BrowserContext, Request} from 'playwright-core'
import {isRecord} from '../../lake/json.ts'
import {queryParameters} from '../../lake/routes/queryParameters.ts'

/*
 * With RECORD_QUERIES=FILE, adds every query that the Studio sends to a list of them: what the oracle test of the lake
 * compares. A query that is asked again with other parameters is kept a few times only.
 */
interface Recorded {
  query: string
  params: Record<string, unknown>
  perspective: string[]
}

const OF_ONE_QUERY = 3
const file = process.env.RECORD_QUERIES

/** Writes down the queries of a browser, where that is asked for. */
export function recordQueries(context: BrowserContext): void {
  if (file === undefined) return
  context.on('request', (request) => {
    const recorded = readQuery(request)
    if (recorded) add(file, recorded)
  })
}

function readQuery(request: Request): Recorded | undefined {
  const {pathname, searchParams} = new URL(request.url())
  if (request.method() === 'OPTIONS' || !pathname.includes('/data/query/')) return undefined
  const perspective = (searchParams.get('perspective') ?? 'raw').split(',')
  if (request.method() === 'POST') {
    const body: unknown = JSON.parse(request.postData() ?? '{}')
    if (!isRecord(body) || typeof body.query !== 'string') return undefined
    return {query: body.query, params: isRecord(body.params) ? body.params : {}, perspective}
  }
  return {
    query: searchParams.get('query') ?? '',
    params: queryParameters(searchParams),
    perspective,
  }
}

function add(to: string, recorded: Recorded): void {
  const known: unknown = existsSync(to) ? JSON.parse(readFileSync(to, 'utf8')) : []
  if (!Array.isArray(known)) throw new Error(`${to} does not hold a list of queries`)
  const same = known.filter((each) => isRecord(each) && each.query === recorded.query)
  const isKnown = same.some((each) => JSON.stringify(each) === JSON.stringify(recorded))
  if (isKnown || same.length >= OF_ONE_QUERY) return
  writeFileSync(to, `${JSON.stringify([...known, recorded], undefined, 2)}\n`)
}
