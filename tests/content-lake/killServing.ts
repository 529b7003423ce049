import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** Of the one account, an administrator. */
export const TOKEN = 'token-of-the-writer'

export interface ServingLake {
  /** Where it listens, once it does; the empty text when it ended before. */
  url: Promise<string>
  kill: () => void
  /** What it said on its error stream until it ended. */
  ended: Promise<string>
}

interface Serving {
  /** The user that it becomes before it opens anything. */
  user?: number | undefined
  /** Commands of the shell that are run before it, in its process. */
  before?: string
  /** It ends as soon as it listens, without closing anything. */
  endsAtOnce?: boolean
}

const SCRIPT = fileURLToPath(new URL('./killServer.ts', import.meta.url))

/** Starts a lake in a process of its own. */
export function serve(
  directory: string,
  {user, before = ':', endsAtOnce = false}: Serving = {},
): ServingLake {
  const script = [process.execPath, SCRIPT, directory, TOKEN]
  const env = {
    ...process.env,
    ...(user === undefined ? {} : {LAKE_USER: String(user)}),
    ...(endsAtOnce ? {LAKE_ENDS: 'at once'} : {}),
  }
  const child = spawn('/bin/sh', ['-c', `${before}; exec "$0" "$@"`, ...script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  return {
    url: new Promise((resolve) => {
      child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
      child.once('close', () => resolve(''))
    }),
    kill: () => child.kill('SIGKILL'),
    ended: new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', () => resolve(said))
    }),
  }
}
