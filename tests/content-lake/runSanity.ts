import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'

export interface Finished {
  code: number
  stdout: string
  stderr: string
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NAMES = new URL('./localNames.ts', import.meta.url).href

/** Runs the real command line of Sanity against a lake, with a home of its own. */
export function runSanity(
  url: string,
  home: string,
  args: readonly string[],
  token = 'token-of-administrator',
): Promise<Finished> {
  const {NODE_OPTIONS: _options, NODE_ENV: _environment, VITEST: _test, ...inherited} = process.env
  const env = {
    ...inherited,
    HOME: home,
    XDG_CONFIG_HOME: home,
    NODE_OPTIONS: `--import ${NAMES}`,
    SANITY_INTERNAL_ENV: url.replace('127.0.0.1', 'localhost'),
    SANITY_AUTH_TOKEN: token,
    DO_NOT_TRACK: '1',
    NO_UPDATE_NOTIFIER: '1',
    FORCE_COLOR: '0',
  }
  return new Promise((resolve) => {
    const program = `${ROOT}node_modules/.bin/sanity`
    execFile(program, [...args], {cwd: ROOT, env}, (error, stdout, stderr) => {
      resolve({code: error ? Number(error.code ?? 1) : 0, stdout, stderr})
    })
  })
}
