import {badRequest} from '../apiError.ts'

/** Query parameters of GROQ in a URL: `$name`, each value JSON. */
export function queryParameters(search: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...search].flatMap(([name, value]) =>
      name.startsWith('$') ? [[name.slice(1), parse(name, value)]] : [],
    ),
  )
}

function parse(name: string, value: string): unknown {
  try {
    const parsed: unknown = JSON.parse(value)
    return parsed
  } catch {
    throw badRequest(`Parameter "${name}" is not JSON: ${value.slice(0, 100)}`)
  }
}
