import type {ClaimEntry} from './claimEntry.ts'

const CODE = /^\s*(?<letters>\p{L}*)[\s\p{Pd}]*(?<digits>\d+)\s*$/u

/** The claims whose code somebody means by `12`, `clm12` or `CLM-012`; the exact number before those that begin with it. */
export function claimsByCode(claims: readonly ClaimEntry[], words: string): ClaimEntry[] {
  const {letters = '', digits} = CODE.exec(words)?.groups ?? {}
  if (digits === undefined) return []
  const asked = claims.flatMap((claim) => {
    const own = CODE.exec(claim.code)?.groups
    const isAsked = own?.digits !== undefined && begins(own.letters ?? '', letters)
    return isAsked ? [{claim, digits: own.digits ?? ''}] : []
  })
  const exact = asked.filter((own) => Number(own.digits) === Number(digits))
  const begun = asked.filter((own) => !exact.includes(own) && own.digits.startsWith(digits))
  return [...exact, ...begun].map(({claim}) => claim)
}

const begins = (code: string, letters: string): boolean =>
  code.toLowerCase().startsWith(letters.toLowerCase())
