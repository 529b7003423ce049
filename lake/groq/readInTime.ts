import {createContext, Script} from 'node:vm'
import {GroqError} from './groqError.ts'

/** A hundred times what any query of the Studio takes. */
const READING_MS = 250
/** A thread that others keep from working is given its time once more. */
const MOST_TRIES = 8
const LONGEST_QUERY = 65_536
const TIMED_OUT = 'ERR_SCRIPT_EXECUTION_TIMEOUT'

const work: {run: () => void} = {run: () => undefined}
const context = createContext(work)
const script = new Script('run()')

/**
 * Runs something that reads a query, for a limited time: the parser tries a bracket that it cannot read again at every
 * level, so that a hundred characters may take it years, and a long sum takes it minutes.
 * @throws GroqError when the query is too long, or the time is up.
 */
export function readInTime<T>(query: string, read: () => T): T {
  if (query.length > LONGEST_QUERY) {
    throw new GroqError(`A query has at most ${LONGEST_QUERY} characters`, query)
  }
  const results: T[] = []
  work.run = () => void results.push(read())
  try {
    let outcome = runForATime()
    for (let tries = 1; outcome === 'kept waiting' && tries < MOST_TRIES; tries++) {
      outcome = runForATime()
    }
    if (outcome !== 'done') throw tooIntricate(query)
  } finally {
    work.run = () => undefined
  }
  const [result] = results
  if (result === undefined) throw new GroqError('The query cannot be read', query)
  return result
}

function runForATime(): 'done' | 'kept waiting' | 'took too long' {
  const before = process.threadCpuUsage()
  try {
    script.runInContext(context, {timeout: READING_MS})
    return 'done'
  } catch (error) {
    if (!isTimeout(error)) throw error
    const {user, system} = process.threadCpuUsage(before)
    return user + system > READING_MS * 250 ? 'took too long' : 'kept waiting'
  }
}

/** The error is of another realm, where `Error` is another one. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === TIMED_OUT

const tooIntricate = (query: string): GroqError =>
  new GroqError('The query takes too long to read; make it shorter or nest it less', query)
