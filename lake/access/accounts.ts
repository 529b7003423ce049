import {hash} from 'node:crypto'

export type Role = 'administrator' | 'editor' | 'reviewer' | 'viewer'

/** A person or a robot who may use the lake, with a token of its own. */
export interface Account {
  id: string
  name: string
  email: string
  role: Role
  token: string
  /** A program: nobody signs in as it. */
  robot?: boolean
}

export interface Accounts {
  list(): readonly Account[]
  byId(id: string): Account | undefined
  byToken(token: string): Account | undefined
}

/**
 * Looks accounts up by id, and by token through its hash, so that no comparison tells how far a guess was right. Tokens
 * that were right once are found again without hashing: a map compares a text only with one that has the same hash
 * already, which is seeded anew in every process.
 */
export function createAccounts(accounts: readonly Account[]): Accounts {
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const byDigest = new Map(accounts.map((account) => [digest(account.token), account]))
  const proven = new Map<string, Account>()
  return {
    list: () => accounts,
    byId: (id) => byId.get(id),
    byToken(token) {
      const known = proven.get(token)
      if (known) return known
      const account = byDigest.get(digest(token))
      if (account) proven.set(token, account)
      return account
    },
  }
}

const digest = (token: string): string => hash('sha256', token, 'base64')
