const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu

function isLoopback(host: string): boolean {
  return LOOPBACK.test(host.replace(/:\d+$/u, ''))
}

/** A page elsewhere can point a name of its own at this machine; only loopback names are answered. */
export function isAllowedHost(host: string | undefined): boolean {
  return host !== undefined && isLoopback(host)
}

/** Pages from this machine, and from origins that were named, may use the lake. */
export function isAllowedOrigin(origin: string, named: readonly (string | RegExp)[]): boolean {
  const isNamed = named.some((name) =>
    typeof name === 'string' ? name === origin : name.test(origin),
  )
  if (isNamed) return true
  return URL.canParse(origin) && isLoopback(new URL(origin).host)
}
