import {Hono} from 'hono'
import type {Account} from '../access/accounts.ts'
import {notFound, unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import {isRecord} from '../json.ts'
import type {Storage} from '../storage/storage.ts'
import {readJson} from './readBody.ts'

const TITLES: Record<Account['role'], string> = {
  administrator: 'Administrator',
  editor: 'Editor',
  reviewer: 'Reviewer',
  viewer: 'Viewer',
}

/** Who somebody is, and what the Studio remembers for them: `/users/…`. */
export function userRoutes({accounts, projectId, storage}: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/me', (c) => {
    const account = c.get('account')
    return account ? c.json(describeMe(account)) : c.json({})
  })
  routes.get('/me/keyvalue/:keys', (c) => {
    const owner = accountId(c.get('account'))
    const keys = c.req.param('keys').split(',')
    return c.json(keys.flatMap((key) => remembered(storage, owner, key)))
  })
  routes.put('/me/keyvalue', async (c) => {
    const owner = accountId(c.get('account'))
    const body = await readJson(c)
    const pairs = Array.isArray(body) ? body.filter(isKeyValue) : []
    const updatedAt = new Date().toISOString()
    for (const {key, value} of pairs) {
      const entry = JSON.stringify({key, value, updatedAt})
      storage.putBlob(blobId(owner, key), new TextEncoder().encode(entry))
    }
    return c.json(pairs.map((pair) => ({...pair, updatedAt})))
  })
  routes.get('/:ids', (c) => {
    accountId(c.get('account'))
    const found = c.req
      .param('ids')
      .split(',')
      .map((id) => accounts.byId(id))
    const people = found.flatMap((account) => (account ? [describe(account, projectId)] : []))
    if (!c.req.param('ids').includes(',')) {
      if (!people[0]) throw notFound(`No user "${c.req.param('ids')}"`)
      return c.json(people[0])
    }
    return c.json(people)
  })
  return routes
}

interface KeyValue {
  key: string
  value: unknown
}

function isKeyValue(pair: unknown): pair is KeyValue {
  return isRecord(pair) && typeof pair.key === 'string' && 'value' in pair
}

const blobId = (owner: string, key: string): string => `keyvalue/${owner}/${key}`

function remembered(storage: Storage, owner: string, key: string): unknown[] {
  const blob = storage.getBlob(blobId(owner, key))
  return blob ? [JSON.parse(new TextDecoder().decode(blob))] : []
}

function accountId(account: Account | undefined): string {
  if (!account) throw unauthorized('This needs a token')
  return account.id
}

function describeMe({id, name, email, role}: Account): object {
  return {
    id,
    name,
    email,
    profileImage: null,
    provider: 'throughline',
    role,
    roles: [{name: role, title: TITLES[role], description: ''}],
  }
}

function describe({id, name, email}: Account, projectId: string): object {
  const [given = '', ...family] = name.split(' ')
  return {
    id,
    sanityUserId: id,
    projectId,
    displayName: name,
    givenName: given,
    familyName: family.join(' '),
    email,
    imageUrl: null,
    isCurrentUser: false,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  }
}
