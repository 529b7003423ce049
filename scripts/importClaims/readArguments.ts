import {parseArgs} from 'node:util'

export interface ImportArguments {
  file: string
  write: boolean
  acceptedOnly: boolean
  json: boolean
  /** Each as `column of the file=field`. */
  map: readonly string[]
}

const USAGE = `Usage: npm run import:claims -- FILE [--write] [--accepted-only] [--json] [--map "COLUMN=FIELD"]…
  Without --write nothing is written: it says what would be.
  --accepted-only   writes the accepted rows although others are refused
  --map             says which field a column gives: --map "Claim text=statement", by its place --map "#3=statement",
                    or "Claim text=-" so that it is not imported`

/**
 * @throws Error for what is no such command.
 */
export function readArguments(args: readonly string[]): ImportArguments {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      write: {type: 'boolean'},
      'accepted-only': {type: 'boolean'},
      json: {type: 'boolean'},
      map: {type: 'string', multiple: true},
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error(`Name one file.\n${USAGE}`)
  return {
    file,
    write: values.write === true,
    acceptedOnly: values['accepted-only'] === true,
    json: values.json === true,
    map: values.map ?? [],
  }
}
