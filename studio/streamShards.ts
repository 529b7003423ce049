import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'

const STREAM = /\/(?:data\/listen|data\/live\/events)\/|\/listen$/u
const SHARDS = 24

/**
 * A client whose event streams each go to a host name of their own. A browser opens six connections to one name, the
 * Studio holds more streams than that, and the seventh request would wait for ever. Only for the embedded lake, which
 * answers to every name under `localhost`.
 */
export function shardedClient(config: ClientConfig): SanityClient {
  return createClient({...config, resolveFetch: () => shardedFetch})
}

const counter = {next: 0}

const shardedFetch: typeof fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  if (!STREAM.test(url.pathname)) return fetch(input, init)
  url.hostname = `s${counter.next++ % SHARDS}.${url.hostname}`
  return fetch(input instanceof Request ? new Request(url, input) : url, init)
}
