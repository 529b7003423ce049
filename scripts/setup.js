/*
 * Runs before `npm start` and `npm test`, under whatever Node there is: installs what is missing and nothing else.
 * `--browser` makes sure of Chromium as well.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {findChromium, installChromium} from './chromium.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Written only after a whole installation, so that one that was interrupted is done again. */
const stamp = join(root, 'node_modules', '.throughline-installed')
const lockfile = join(root, 'package-lock.json')

function isInstalled() {
  if (!existsSync(stamp) || !existsSync(lockfile)) return false
  return readFileSync(stamp, 'utf8') === fingerprintOfLockfile()
}

function fingerprintOfLockfile() {
  return `${statSync(lockfile).size} ${hash(readFileSync(lockfile, 'utf8'))}`
}

/** FNV-1a: enough to tell one lockfile from another. */
function hash(text) {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value.toString(16)
}

/** A set-up from before the stamp, by hand or by `npm ci`, counts when npm's own record is not older than the lockfile. */
function isInstalledByHand() {
  const record = join(root, 'node_modules', '.package-lock.json')
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lockfile).mtimeMs
}

function install() {
  console.log('Installing packages (once; this takes a minute or two)…')
  rmSync(stamp, {force: true})
  const npm = process.env.npm_execpath
  const [command, first] = npm
    ? [process.execPath, [npm]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const {status} = spawnSync(
    command,
    [
      ...first,
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    {cwd: root, stdio: 'inherit'},
  )
  if (status !== 0) {
    console.error(
      'The packages could not be installed. What npm said stands above; run the same command again to go on.',
    )
    process.exit(status ?? 1)
  }
}

/** Scripts run under the Node that came with the packages, or, where none is made for this system, under the system's. */
function checkNode() {
  const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  const {stdout} = spawnSync(existsSync(own) ? own : 'node', ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const [major = 0, minor = 0] = (stdout ?? '').replace('v', '').split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  console.error(
    `Throughline needs Node 22.18 or newer, and found ${(stdout ?? 'none').trim()}: install it and run the command again.`,
  )
  process.exit(1)
}

if (!isInstalled()) {
  if (!isInstalledByHand()) install()
  checkNode()
  writeFileSync(stamp, fingerprintOfLockfile())
}

if (process.argv.includes('--browser') && !findChromium()) installChromium()
