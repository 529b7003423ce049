import {execFile, spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {mkdir, mkdtemp, readFile, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {createClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'

/* The lake as whoever has a Studio of their own gets it: packed, and with nothing beside it but what it says it needs. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)
let folder = ''
let cli: ChildProcess | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lake-package-'))
  await run('npm', ['pack', '--workspace', 'lake', '--pack-destination', folder], {cwd: ROOT})
  const installed = join(folder, 'node_modules', 'throughline-lake')
  await mkdir(installed, {recursive: true})
  const tarball = join(folder, 'throughline-lake-0.1.0.tgz')
  await run('tar', ['xzf', tarball, '--strip-components', '1', '--directory', installed])
  const {dependencies} = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, 'node_modules', name)
    await mkdir(dirname(place), {recursive: true})
    await symlink(join(ROOT, 'node_modules', name), place)
  }
})
afterAll(async () => {
  if (cli?.exitCode === null) {
    cli.kill('SIGTERM')
    await once(cli, 'exit')
  }
  await rm(folder, {recursive: true})
})

test('the packed lake runs alone, for somebody else’s project and schema', async () => {
  const script = join(folder, 'node_modules', 'throughline-lake', 'dist', 'cli.js')
  const options = ['--port', '0', '--project', 'bakery', '--dataset', 'test', '--data']
  cli = spawn(process.execPath, [script, ...options, join(folder, 'data'), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const {stdout} = cli
  if (!stdout) throw new Error('The lake has no output')
  const [line] = await once(createInterface({input: stdout}), 'line')
  const {url, projectId, dataset, tokens} = JSON.parse(String(line))
  expect({projectId, dataset}).toEqual({projectId: 'bakery', dataset: 'test'})
  const client = createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId,
    dataset,
    token: tokens.administrator,
    apiVersion: '2026-11-01',
    useCdn: false,
  })
  await client.create({_id: 'rye', _type: 'loaf', grams: 750})
  for (let number = 0; number < 120; number++) await client.create({_type: 'loaf', grams: number})
  expect(await client.fetch('*[_id == "rye"][0].grams')).toBe(750)
  // Far too long to be answered on the spot: a thread of the compiled package has to take it.
  const slow = '*[count(*[count(*[grams + ^.grams + ^.^.grams == 7]) >= 0]) >= 0][0...1]{_type}'
  expect(await client.fetch(slow)).toEqual([{_type: 'loaf'}])
  // Drawn by a process of the compiled package.
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
  const {metadata} = await client.assets.upload('image', Buffer.from(drawing))
  expect(metadata.dimensions.width).toBe(9)
})
