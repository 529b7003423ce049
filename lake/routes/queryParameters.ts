import {badRequest} from '../apiError.ts'
import {isShallow, MAX_DEPTH} from '../json.ts'

/** Query parameters of GROQ in a URL: `$name`, each value JSON. */
export function queryParameters(search: URLSearchParams): Record<string, unknown> {
  const found: [string, unknown][] = []
  for (const [name, value] of search) {
    if (name.startsWith('$')) found.push([name.slice(1), parse(name, value)])
  }
  return Object.fromEntries(found)
}

function parse(name: string, value: string): unknown {
  const parsed = parseJson(name, value)
  if (isShallow(parsed, MAX_DEPTH)) return parsed
  throw badRequest(`Parameter "${name}" is nested more than ${MAX_DEPTH} levels deep`)
}

function parseJson(name: string, value: string): unknown {
  try {
    const parsed: unknown = JSON.parse(value)
    return parsed
  } catch {
    throw badRequest(`Parameter "${name}" is not JSON: ${value.slice(0, 100)}`)
  }
}
