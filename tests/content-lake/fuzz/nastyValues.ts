import * as fc from 'fast-check'

const lines = (text: string): string[] => text.trim().split(/\s*\n\s*/u)
const words = (text: string): string[] => text.trim().split(/\s+/u)

const TEXTS = [
  '',
  ' ',
  '\0',
  '\u{feff}',
  '\u{1f9ea}',
  '\u202e',
  '9'.repeat(400),
  ...words(`. .. * " ' $ ^ @ % \\ / ( [ { é __proto__ constructor prototype toString hasOwnProperty null undefined
    drafts. drafts.a versions. versions.r.a drafts.drafts.a a..b _. -0 NaN 1e400 2026-13-45 ';DROP/**/TABLE;--`),
]

/** Texts that have broken servers before, as a program would hold them. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({unit: 'grapheme', maxLength: 40}),
  fc.string({maxLength: 12}),
  fc
    .tuple(fc.constantFrom('a', '.', '[', '(', '{"a":', '%'), fc.constantFrom(200, 300, 3000))
    .map(([unit, times]) => unit.repeat(times)),
)

const nested = (open: string, close: string, levels: number): string =>
  `${open.repeat(levels)}0${close.repeat(levels)}`

const JSONS = [
  nested('[', ']', 150),
  nested('[', ']', 210),
  nested('{"a":', '}', 210),
  nested('[', ']', 9000),
  ...words(`null true false 0 -0 1 -1 0.1 1e400 -1e400 1e-400 [] {} [[]] [null] ""
    9007199254740993 18446744073709551616 "\\ud800" "\\udc00x" "\\u0000"
    {"__proto__":{"polluted":1}} {"constructor":{"prototype":{"polluted":1}}} {"toJSON":1} {"length":9}
    {"_ref":"nothing"} {"_ref":"one","_type":"reference"} {"_ref":1} {"_key":1} {"_type":1} {"":1} {"a.b[0]":1}
    [{"_key":"a"},{"_key":"a"}]`),
]

/** JSON as it is written: also numbers and texts that no program would write. */
export const nastyJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...JSONS),
  nastyText.map((text) => JSON.stringify(text)),
  fc.json({maxDepth: 3}),
)

const PIECES = words(`% %zz %00 %2f %2e%2e .. . %ed%a0%80 %ff %c3%28 %25 %2500 %E0%A4%A
  __proto__ constructor :dataset * [ ] { | \\ ^ \` ; , ,, @ +`)

/** A piece of an address, as it goes over the wire. */
export const nastyPiece: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...PIECES),
  nastyText.map((text) => encodeURIComponent(text.toWellFormed())),
)

const TOKENS = words(`* [ ] { } ( ) | -> . , : ... == != < > in match => % ** && ||
  _id _type title parts $id $x ^ @ "a" 1 -1 1e400 null true
  count order score references defined length now() path("a.**") text::query($x)
  dateTime string pt::text array::unique math::sum geo::distance select coalesce
  diff::changedAny delta::operation() identity() sanity::dataset() before() after()`)

const QUERIES = lines(`
  *
  *[_id == $id][0]
  *[_type == "note"] | order(title) [0..2]
  count(*)
  *[0]{..., "n": parts[].n}
  *[references($id)]
  *{"r": ref->title}
  *[title match $x]
  $x
  *[@ in $x]
  {"a": *[0]._id}
  *[dateTime(_createdAt) > dateTime("x")]
  *[_id in path("drafts.**")]
  *[0...-1]
  *[5..1]
  *[-1]
  array::join(*[]._id, $x)
  string::split($x, $x)
  round(1.5, 400)
  "a" * 3
  1/0
  2 ** 5000`)

/** Queries that nearly are some, and some that are. */
export const nastyQuery: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...QUERIES),
  fc.array(fc.constantFrom(...TOKENS), {maxLength: 12}).map((tokens) => tokens.join(' ')),
  nastyText,
)
