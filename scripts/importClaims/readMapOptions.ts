import type {ClaimColumn} from '../../studio/importing/claims/claimColumn.ts'
import {CLAIM_COLUMNS} from '../../studio/importing/claims/claimColumns.ts'
import type {ColumnChoices} from '../../studio/importing/claims/mapColumns.ts'
import {plainName} from '../../studio/importing/claims/plainName.ts'

const NOT_IMPORTED = '-'

/**
 * Reads `Claim text=statement`, `#3=statement` and `Claim text=-`.
 * @throws Error for a column that the file does not have, or a field that claims do not.
 */
export function readMapOptions(
  header: readonly string[],
  options: readonly string[],
): ColumnChoices {
  return new Map(
    options.map((option) => {
      const at = option.lastIndexOf('=')
      if (at < 1) throw new Error(`--map "${option}": write it as "COLUMN=FIELD"`)
      const index = placeOf(header, option.slice(0, at).trim())
      return [index, fieldOf(option.slice(at + 1).trim())]
    }),
  )
}

function placeOf(header: readonly string[], name: string): number {
  const number = /^#(\d+)$/u.exec(name)?.[1]
  if (number !== undefined) {
    if (header[Number(number) - 1] === undefined)
      throw new Error(`--map: the file has ${header.length} columns, and no column ${name}`)
    return Number(number) - 1
  }
  const found = [...header.keys()].filter(
    (index) => plainName(header[index] ?? '') === plainName(name),
  )
  const [index, ...more] = found
  if (index === undefined)
    throw new Error(`--map: the file has no column “${name}”. It has: ${header.join(', ')}`)
  if (more.length > 0)
    throw new Error(
      `--map: “${name}” is the name of columns ${found.map((each) => `#${each + 1}`).join(', ')}: name one by its place`,
    )
  return index
}

function fieldOf(name: string): ClaimColumn | undefined {
  if (name === NOT_IMPORTED) return undefined
  const found = CLAIM_COLUMNS.find(({column, title}) =>
    [column, title].some((each) => plainName(each) === plainName(name)),
  )
  if (found) return found.column
  const fields = CLAIM_COLUMNS.map(({column}) => column).join(', ')
  throw new Error(`--map: claims have no field “${name}”. They have: ${fields}`)
}
