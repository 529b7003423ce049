import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, globSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {keepInside} from './keepInside.ts'

const SOURCES = [
  'scripts/start/keepInside.ts',
  'sanity.config.ts',
  'sanity.cli.ts',
  'claimGate.config.ts',
  'package-lock.json',
  'studio/**/*.{ts,tsx}',
  'schemas/**/*.ts',
  'plugins/claim-gate/**/*.{ts,tsx}',
]

/** Bundles the Studio into a folder, unless it stands there already from the same sources; gives the folder. */
export async function buildStudio(
  directory: string,
  onProgress: (line: string) => void,
): Promise<string> {
  const output = join(directory, 'studio')
  const stamp = join(output, '.built-from')
  const sources = fingerprintOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return output
  onProgress('Bundling the Studio (once for these sources)…')
  rmSync(output, {recursive: true, force: true})
  await sanityBuild(output)
  keepInside(output)
  writeFileSync(stamp, sources)
  return output
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES)
    .filter((path) => !path.includes('.test.'))
    .toSorted()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Neutral values: which lake it works on is said when the page is served. */
function sanityBuild(output: string): Promise<void> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@sanity/cli/package.json')),
    'bin',
    'run.js',
  )
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
