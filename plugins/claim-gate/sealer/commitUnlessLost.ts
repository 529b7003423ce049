import {ClientError, type Transaction} from '@sanity/client'

/** Commits, and says whether it did: a lost race is no error, and leads to judging again. */
export async function commitUnlessLost(transaction: Transaction): Promise<boolean> {
  try {
    await transaction.commit({visibility: 'sync'})
    return true
  } catch (error) {
    if (error instanceof ClientError && error.statusCode === 409) return false
    throw error
  }
}
