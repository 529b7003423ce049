import {Hono} from 'hono'
import {visibleDocuments} from '../access/visibleDocuments.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import type {LakeDocument} from '../storage/storage.ts'

/** Characters that are written at once. */
const PART = 64 * 1024

/** The whole dataset, one document a line: GET `/data/export/:dataset`. */
export function exportRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/:dataset', (c) => {
    const types = (c.req.query('types') ?? '').split(',').filter((type) => type !== '')
    const documents = [...visibleDocuments(context, c.get('account')).all()].filter(
      ({_type}) => types.length === 0 || types.includes(_type),
    )
    return c.body(asRead(documents), 200, {'content-type': 'application/x-ndjson'})
  })
  return routes
}

/** Written only as fast as the other end reads, so that who does not read fills no memory. */
function asRead(documents: readonly LakeDocument[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next = 0
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        let part = ''
        for (; next < documents.length && part.length < PART; next++)
          part += `${JSON.stringify(documents[next])}\n`
        if (part !== '') controller.enqueue(encoder.encode(part))
        if (next === documents.length) controller.close()
      },
    },
    {highWaterMark: 0},
  )
}
