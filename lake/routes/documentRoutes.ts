import {Hono} from 'hono'
import {visibleDocuments} from '../access/visibleDocuments.ts'
import type {LakeContext, LakeEnv} from '../context.ts'

/** Documents by id: `/data/doc/:dataset/:ids`. */
export function documentRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/:dataset/:ids', (c) => {
    const documents = visibleDocuments(context, c.get('account'))
    const ids = [
      ...new Set(
        c.req
          .param('ids')
          .split(',')
          .filter((id) => id !== ''),
      ),
    ]
    const found = ids.flatMap((id) => documents.get(id) ?? [])
    const omitted = ids
      .filter((id) => !documents.get(id))
      .map((id) => ({id, reason: context.documents.get(id) ? 'permission' : 'existence'}))
    const brief = c.req.query('excludeContent') === 'true'
    return c.json({
      documents: brief
        ? found.map(({_id, _type, _rev, _createdAt, _updatedAt}) => ({
            _id,
            _type,
            _rev,
            _createdAt,
            _updatedAt,
          }))
        : found,
      omitted,
    })
  })
  return routes
}
