import {createHash} from 'node:crypto'
import {
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import {join} from 'node:path'
import {keepInside} from './keepInside.ts'
import {sanityBuild} from './sanityBuild.ts'

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

/**
 * Bundles the Studio, unless it was bundled before from the same sources; gives the folder. Each state of the sources has
 * a folder of its own, which is there only when it is whole: nobody who is served an older one is disturbed.
 */
export async function buildStudio(
  directory: string,
  onProgress: (line: string) => void,
): Promise<string> {
  const studios = join(directory, 'studio')
  const output = join(studios, fingerprintOfSources())
  if (existsSync(output)) return output
  onProgress('Bundling the Studio (once for these sources)…')
  const partial = `${output}.partial-${process.pid}`
  await sanityBuild(partial)
  keepInside(partial)
  moveInto(output, partial)
  forgetOlder(studios, output)
  return output
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES)
    .filter((path) => !path.includes('.test.'))
    .toSorted()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** Somebody else may have bundled the same sources meanwhile; theirs is as good. */
function moveInto(output: string, partial: string): void {
  if (existsSync(output)) rmSync(partial, {recursive: true})
  else renameSync(partial, output)
}

/** Keeps the newest bundle and the one before it, which may still be served. */
function forgetOlder(studios: string, output: string): void {
  const others = readdirSync(studios)
    .map((name) => join(studios, name))
    .filter((path) => path !== output)
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const path of others.slice(1)) rmSync(path, {recursive: true, force: true})
}
