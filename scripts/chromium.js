import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, or one of the usual places. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : undefined
  return PLACES.find((place) => existsSync(place))
}

/** On Debian as root installs the system's package; elsewhere says in one line what to do, and ends. */
export function installChromium() {
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (canInstall) {
    console.log('Installing Chromium for the browser tests (once)…')
    const environment = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
    for (const step of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ]) {
      spawnSync('apt-get', step, {stdio: ['ignore', 'ignore', 'inherit'], env: environment})
    }
  }
  if (findChromium()) return
  console.error(
    'The browser tests need Chromium or Chrome: install it, or set CHROMIUM_PATH to where it is.',
  )
  process.exit(1)
}
