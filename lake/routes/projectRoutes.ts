import {Hono} from 'hono'
import {grantsOf} from '../access/authorize.ts'
import type {LakeContext, LakeEnv} from '../context.ts'

const SINCE = '2026-01-01T00:00:00Z'
const ROLES = ['administrator', 'editor', 'reviewer', 'viewer'] as const

/** The one project and its one dataset: `/projects/…`. */
export function projectRoutes(context: LakeContext): Hono<LakeEnv> {
  const {projectId, projectName, dataset, visibility, accounts} = context
  const routes = new Hono<LakeEnv>()
  const project = {
    id: projectId,
    displayName: projectName,
    studioHost: null,
    organizationId: null,
    metadata: {},
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    createdAt: SINCE,
    members: accounts
      .list()
      .map(({id, role}) => ({id, role, roles: [{name: role, title: role}], isRobot: false})),
    features: [],
  }
  routes.get('/', (c) => c.json([project]))
  routes.get('/:id', (c) => c.json(project))
  routes.get('/:id/datasets', (c) =>
    c.json([{name: dataset, aclMode: visibility, createdAt: SINCE}]),
  )
  routes.get('/:id/datasets/:dataset/acl', (c) => {
    const account = c.get('account')
    return c.json(account ? grantsOf(account.role) : [])
  })
  routes.get('/:id/datasets/:dataset/settings/indexing', (c) => c.json({}))
  routes.get('/:id/grants', (c) =>
    c.json(projectGrants(c.get('account')?.role === 'administrator')),
  )
  routes.get('/:id/roles', (c) =>
    c.json(ROLES.map((name) => ({name, title: name, description: ''}))),
  )
  routes.get('/:id/user-applications', (c) => c.json([]))
  routes.get('/:id/new-content-release-allowed', (c) => c.json(false))
  return routes
}

function projectGrants(manages: boolean): Record<string, object[]> {
  const read = {grants: [{name: 'read', params: {}}], config: {}}
  const manage = {
    grants: [
      {name: 'read', params: {}},
      {name: 'update', params: {}},
    ],
    config: {},
  }
  return {'sanity.project': [manages ? manage : read], 'sanity.project.members': [read]}
}
