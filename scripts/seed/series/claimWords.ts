import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {paragraph, plain} from '../build.ts'

/** Claims by code, as they are published. */
export type Claims = ReadonlyMap<string, GateDocument>

/** @throws Error when there is no such claim, or it states nothing. */
export function statementOf(claims: Claims, code: string): string {
  const statement = claims.get(code)?.statement
  if (typeof statement !== 'string') throw new Error(`There is no published claim ${code}`)
  return statement
}

/** What has to stand beside a claim wherever it is made, in the claim's own words. */
function limitsOf(claims: Claims, codes: readonly string[]): string[] {
  const found = codes.flatMap((code) => {
    const claim = claims.get(code)
    return [claim?.qualifier, claim?.footnote, claim?.riskInformation].filter(
      (text) => typeof text === 'string',
    )
  })
  return [...new Set(found)]
}

/** Each claim as it is approved, tied to its words, and then what limits them. */
export function stated(
  claims: Claims,
  codes: readonly string[],
  before: readonly string[] = [],
): object[] {
  const cited = codes.map((code) => [{words: statementOf(claims, code), claim: code}])
  return [...plain(before), ...cited, ...plain(limitsOf(claims, codes))].map((parts, at) =>
    paragraph(`p${at + 1}`, parts),
  )
}
