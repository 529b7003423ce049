/** Characters. Longer ones lead to no place that a document may have, and take the engine long to read. */
const MAX_PATH = 4096
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu

/*
 * The grammar of JSONMatch, as the engine reads it to the end. In the texts that are matched `"` stands for a text in
 * double quotes, `'` for a name in single quotes and `#` for brackets that were found right.
 */
const NAME = "(?:[A-Za-z_][A-Za-z0-9_]*|')"
const LITERAL = '(?:"|-?\\d+(?:\\.\\d+)?|true|false)'
const PATH = `(?:\\.\\.)?(?:${NAME}|#)(?:\\.${NAME}|#|\\.\\.(?:${NAME}|#))*`
const PLACE = '-?\\d+|-?\\d+:(?:-?\\d+)?|:-?\\d+'
const FILTER = `(?:@|${NAME}(?:\\.${NAME})*)(?:\\?|(?:[<>]=?|[=!]=)${LITERAL})`
const WHOLE = new RegExp(`^(?:${PATH})$`, 'u')
const SELECTOR = new RegExp(`^(?:${PLACE}|${FILTER}|${PATH})$`, 'u')
const BRACKETS = /\[([^[\]]*)\]/u

/** The path as the engine understands it; `undefined` for what it would misread, or take for one that leads nowhere. */
export function readPath(path: unknown): string | undefined {
  if (typeof path !== 'string' || path.length > MAX_PATH) return undefined
  let rest = path
    .replaceAll(QUOTED, (quoted) => quoted.slice(0, 1))
    .replaceAll(/ *([[\]().,:?<>=!@"']) */gu, '$1')
    .replaceAll(/\[[*:]\]/gu, '[0:]')
  if (rest.includes('#') || unquotedNames(path).includes('__proto__')) return undefined
  for (let found = BRACKETS.exec(rest); found; found = BRACKETS.exec(rest)) {
    const [text, inside = ''] = found
    if (!inside.split(',').every((selector) => SELECTOR.test(selector))) return undefined
    rest = rest.slice(0, found.index) + rest.slice(found.index).replace(text, '#')
  }
  return WHOLE.test(rest) ? everything(path) : undefined
}

/** Names may be quoted with `'`; what stands between `"` is a value. */
const unquotedNames = (path: string): string =>
  path.replaceAll(QUOTED, (quoted) => (quoted.startsWith('"') ? '"' : quoted))

/** The engine knows no `[*]` and reads nothing from `[:]`. */
const everything = (path: string): string =>
  path.replaceAll(
    new RegExp(`(${QUOTED.source})|\\[ *[*:] *\\]`, 'gu'),
    (_, quoted: string | undefined) => quoted ?? '[0:]',
  )

/** Places in lists as a path ends in them, and the path of the lists. */
export interface Places {
  lists: string
  selectors: readonly string[]
}

/** Takes a path that ends in nothing but places, as in `a.b[0,2:4]`, apart. */
export function placesOf(path: string): Places | undefined {
  const [, lists, places] = /^(.*[^.])\[([-\d,: ]+)\]$/u.exec(path) ?? []
  if (lists === undefined || places === undefined) return undefined
  return {lists, selectors: places.split(',').map((each) => each.replaceAll(' ', ''))}
}

/** The path up to the last brackets that choose among members of a list; `undefined` where nothing chooses. */
export function choosingPath(path: string): string | undefined {
  let depth = 0
  let start = 0
  let end = 0
  for (const {0: token, index} of path.matchAll(new RegExp(`${QUOTED.source}|[[\\]]`, 'gu'))) {
    if (token === '[' && depth++ === 0) start = index
    if (token === ']' && --depth === 0 && chooses(path.slice(start + 1, index))) end = index + 1
  }
  return end > 0 ? path.slice(0, end) : undefined
}

/** Nested brackets are left to the engine. */
function chooses(inside: string): boolean {
  const bare = inside.replaceAll(QUOTED, '')
  return !bare.includes('[') && /[<>=!?@:]|^ *-?\d/u.test(bare)
}
