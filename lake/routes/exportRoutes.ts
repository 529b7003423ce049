import {Hono} from 'hono'
import {visibleDocuments} from '../access/visibleDocuments.ts'
import type {LakeContext, LakeEnv} from '../context.ts'

/** The whole dataset, one document a line: GET `/data/export/:dataset`. */
export function exportRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/:dataset', (c) => {
    const types = (c.req.query('types') ?? '').split(',').filter((type) => type !== '')
    const lines = [...visibleDocuments(context, c.get('account')).all()]
      .filter(({_type}) => types.length === 0 || types.includes(_type))
      .map((document) => `${JSON.stringify(document)}\n`)
    c.header('content-type', 'application/x-ndjson')
    return c.body(lines.join(''))
  })
  return routes
}
