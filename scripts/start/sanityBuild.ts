import {spawn} from 'node:child_process'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

/** Runs `sanity build` with neutral values: which lake the Studio works on is said when the page is served. */
export function sanityBuild(output: string): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('@sanity/cli/package.json')
  const cli = join(dirname(manifest), 'bin', 'run.js')
  return new Promise((resolve, reject) => {
    const lines: string[] = []
    const child = spawn(process.execPath, [cli, 'build', output, '--yes'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, CI: 'true', NODE_ENV: 'production'},
    })
    child.stdout.on('data', (data: Buffer) => lines.push(data.toString()))
    child.stderr.on('data', (data: Buffer) => lines.push(data.toString()))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The Studio could not be bundled:\n${lines.join('')}`)),
    )
  })
}
