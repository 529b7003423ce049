import {getPath} from 'hono/utils/url'

/** `/v1`, `/vX` or `/v2026-11-01` before the rest of a path. */
const VERSION = /^\/v[0-9X][0-9-]*(?=\/)/u
const VERSIONED = /^https?:\/\/[^/]*\/v([0-9X][0-9-]*)\//u

/** Whether an address begins with a version of the API. */
export const isVersioned = ({url}: Request): boolean => VERSIONED.test(url)

/** The version of the API that is spoken: a date, `1` or `X`. */
export const versionOf = (url: string): string => VERSIONED.exec(url)?.[1] ?? '1'

/** The path behind the version, by which the endpoint is found. */
export const pathWithoutVersion = (request: Request): string =>
  getPath(request).replace(VERSION, '')
