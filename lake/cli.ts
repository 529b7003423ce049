#!/usr/bin/env node
import {randomBytes} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {defineCommand, runMain} from 'citty'
import {createLake, type Account} from './createLake.ts'
import {isRecord} from './json.ts'

const ROLES = ['administrator', 'editor', 'reviewer', 'viewer'] as const

const command = defineCommand({
  meta: {
    name: 'throughline-lake',
    description: 'Runs an embedded Content Lake for your own Studio, scripts and tests.',
  },
  args: {
    port: {
      type: 'string',
      default: '4000',
      description: 'Port on the loopback interface; 0 takes a free one',
    },
    data: {type: 'string', description: 'Folder of the data; without it nothing is kept'},
    project: {type: 'string', default: 'throughline', description: 'Project id'},
    dataset: {type: 'string', default: 'production', description: 'Name of the dataset'},
    public: {
      type: 'boolean',
      default: false,
      description: 'Published documents are readable without a token',
    },
    origins: {
      type: 'string',
      default: '',
      description: 'Origins besides loopback ones whose pages may use it, with commas between',
    },
    accounts: {
      type: 'string',
      description: 'JSON file with a list of {id, name, email, role, token}',
    },
    token: {
      type: 'string',
      description: 'Token of the one administrator there is without a file of accounts',
    },
    json: {type: 'boolean', default: false, description: 'Say where it is as one line of JSON'},
  },
  async run({args}) {
    const accounts = args.accounts === undefined ? [alone(args.token)] : readAccounts(args.accounts)
    const lake = createLake({
      accounts,
      projectId: args.project,
      dataset: args.dataset,
      visibility: args.public ? 'public' : 'private',
      allowedOrigins: args.origins.split(',').filter((origin) => origin !== ''),
      ...(args.data === undefined ? {} : {directory: args.data}),
    })
    const url = await lake.listen({port: portOf(args.port)})
    const {projectId, dataset} = lake
    const tokens = Object.fromEntries(accounts.map(({id, token}) => [id, token]))
    const lines = [
      `The lake is at ${url}; project ${projectId}, dataset ${dataset}`,
      ...accounts.map(({id, role, token}) => `  ${id} (${role}): ${token}`),
    ]
    process.stdout.write(
      `${args.json ? JSON.stringify({url, projectId, dataset, tokens}) : lines.join('\n')}\n`,
    )
    await new Promise((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await lake.close()
  },
})

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(`${text} is no port: name a number from 0 to 65535`)
}

function alone(token = randomBytes(24).toString('base64url')): Account {
  const id = 'administrator'
  return {id, name: 'Administrator', email: 'administrator@localhost', role: id, token}
}

function readAccounts(file: string): Account[] {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (Array.isArray(read) && read.length > 0 && read.every(isAccount)) return read
  throw new Error(
    `${file} must hold a list of accounts: {id, name, email, role, token}, role one of ${ROLES.join(', ')}`,
  )
}

function isAccount(value: unknown): value is Account {
  return (
    isRecord(value) &&
    ['id', 'name', 'email', 'token'].every((field) => typeof value[field] === 'string') &&
    ROLES.some((role) => role === value.role)
  )
}

await runMain(command)
