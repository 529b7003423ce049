import {Hono, type Context} from 'hono'
import {assertMayChange, authorizeChanges} from '../access/authorize.ts'
import {applyAction} from '../actions/applyAction.ts'
import {badRequest} from '../apiError.ts'
import {applyMutation} from '../commit/applyMutation.ts'
import type {Commit} from '../commit/createCommitter.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import type {JsonRecord} from '../json.ts'
import {createSelectIds} from '../queries/selectIds.ts'
import {readBody} from './readBody.ts'

/** Changes: POST `/data/mutate/:dataset` and `/data/actions/:dataset`. */
export function mutateRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.post('/mutate/:dataset', async (c) => {
    const body = await readBody(c)
    const {mutations} = body
    if (!Array.isArray(mutations)) throw badRequest('"mutations" must be a list')
    const common = request(c, body)
    const selectIds = createSelectIds(context.queries, common.author)
    const commit = await context.committer.commit({
      ...common,
      apply: async (set) => {
        const results = []
        for (const [index, mutation] of mutations.entries()) {
          results.push(
            ...(await applyMutation(set, mutation, index, (query, params) =>
              selectIds(set.documents, query, params),
            )),
          )
          await set.pace.rest()
        }
        return results
      },
    })
    return c.json(mutateAnswer(c, commit))
  })
  routes.post('/actions/:dataset', async (c) => {
    const body = await readBody(c)
    const {actions} = body
    if (!Array.isArray(actions) || actions.length === 0)
      throw badRequest('"actions" must be a list with at least one action')
    const commit = await context.committer.commit({
      ...request(c, body),
      apply: async (set) => {
        const results = []
        for (const [index, action] of actions.entries()) {
          results.push(...applyAction(set, action, index))
          await set.pace.rest()
        }
        return results
      },
    })
    return c.json({transactionId: commit.transactionId})
  })
  return routes
}

function request(c: Context<LakeEnv>, body: JsonRecord) {
  const account = c.get('account')
  assertMayChange(account)
  const flag = (name: string): boolean => c.req.query(name) === 'true' || body[name] === true
  return {
    author: account.id,
    transactionId: transactionIdOf(c, body),
    dryRun: flag('dryRun'),
    autoGenerateArrayKeys: flag('autoGenerateArrayKeys'),
    authorize: (changes: Commit['changes']) => authorizeChanges(account, changes),
  }
}

function transactionIdOf(c: Context, {transactionId}: JsonRecord): string | undefined {
  if (transactionId === undefined) return c.req.query('transactionId')
  if (typeof transactionId !== 'string') throw badRequest('"transactionId" must be a text')
  return transactionId
}

function mutateAnswer(c: Context, {transactionId, results, documentAfter}: Commit): object {
  const withDocuments = c.req.query('returnDocuments') === 'true'
  if (!withDocuments && c.req.query('returnIds') !== 'true') return {transactionId, results: []}
  return {
    transactionId,
    results: results.map((result) => {
      const document = withDocuments ? documentAfter(result.id) : undefined
      return document ? {...result, document} : result
    }),
  }
}
