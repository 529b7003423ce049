import {globSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'

const FONT = /@font-face\s*\{[^}]*https?:\/\/[^}]*\}/gu

/** Takes out of a built Studio what it would load from elsewhere: a bridge script and a font. */
export function keepInside(studio: string): void {
  for (const file of globSync('static/**/*.css', {cwd: studio})) {
    const path = join(studio, file)
    const text = readFileSync(path, 'utf8')
    const without = text.replaceAll(FONT, '')
    if (without !== text) writeFileSync(path, without)
  }
  const page = join(studio, 'index.html')
  const html = readFileSync(page, 'utf8')
    .replaceAll(FONT, '')
    .replaceAll(/<script[^>]*src="https?:\/\/[^"]*"[^>]*><\/script>/gu, '')
    .replaceAll(/<link[^>]*href="https?:\/\/[^"]*"[^>]*>/gu, '')
  writeFileSync(page, html)
}

/**
 * Script of a page that must ask nobody but this machine: the Studio's question for a newer version of itself is answered
 * with the one that is installed, whatever else it would send elsewhere is answered with nothing. One address may be asked.
 */
export function insideScript(asked: string): string {
  const manifest: unknown = createRequire(import.meta.url)('sanity/package.json')
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : ''
  const answer = JSON.stringify({latest: version, packageVersion: version})
  return `(() => {
    const inside = window.fetch.bind(window)
    window.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href)
      if (url.href === ${JSON.stringify(asked).replaceAll('<', '\\u003c')}) return inside(input, init)
      if (/(^|\\.)localhost$|^127(\\.\\d+){3}$|^\\[::1\\]$/.test(url.hostname) || !/^https?:$/.test(url.protocol)) return inside(input, init)
      const asksVersion = url.pathname.startsWith('/v1/modules/')
      return Promise.resolve(asksVersion ? new Response(${JSON.stringify(answer)}, {headers: {'content-type': 'application/json'}}) : new Response(null, {status: 204}))
    }
  })()`
}
