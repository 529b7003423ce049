import {Hono} from 'hono'
import {badRequest, notFound, unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'

/** A session's id is good for one exchange, soon after it was given. */
const SESSION_MS = 60_000
/** Far more than people sign in within that time; the oldest goes first. */
const MOST_SESSIONS = 1000

/** Signing in as a persona, without a password: `/auth/…`. Only for a lake on one machine. */
export function authRoutes(
  {accounts}: LakeContext,
  isAllowedOrigin: (origin: string) => boolean,
): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  const sessions: Sessions = new Map()
  routes.get('/providers', (c) =>
    c.json({
      providers: accounts
        .list()
        .filter(({robot}) => robot !== true)
        .map(({id, name}) => ({
          name: id,
          title: name,
          url: new URL(`/v1/auth/login/${id}`, c.req.url).href,
        })),
    }),
  )
  routes.get('/login/:id', (c) => {
    const account = accounts.byId(c.req.param('id'))
    if (!account || account.robot) throw notFound(`No account "${c.req.param('id')}"`)
    const origin = c.req.query('origin') ?? ''
    if (!URL.canParse(origin) || !isAllowedOrigin(new URL(origin).origin)) {
      throw badRequest('"origin" is not an address that may use this lake')
    }
    const sid = `${crypto.randomUUID()}${crypto.randomUUID()}`.replaceAll('-', '')
    forgetOld(sessions)
    sessions.set(sid, {token: account.token, until: Date.now() + SESSION_MS})
    const back = new URL(origin)
    back.hash = `sid=${sid}`
    return c.redirect(back.href)
  })
  routes.get('/fetch', (c) => {
    const sid = c.req.query('sid') ?? ''
    const session = sessions.get(sid)
    sessions.delete(sid)
    if (!session || session.until < Date.now())
      throw unauthorized('This session has been used or is over: sign in again')
    return c.json({token: session.token, label: 'Throughline'})
  })
  routes.get('/id', (c) => {
    const account = c.get('account')
    if (!account) throw unauthorized('Not signed in')
    return c.json({id: account.id})
  })
  routes.post('/logout', (c) => c.body(null, 204))
  return routes
}

type Sessions = Map<string, {token: string; until: number}>

function forgetOld(sessions: Sessions): void {
  for (const [sid, {until}] of sessions) {
    if (until >= Date.now() && sessions.size < MOST_SESSIONS) return
    sessions.delete(sid)
  }
}
