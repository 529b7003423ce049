import {claims} from './claims.ts'

/** What has to be said of risks in the same breath as some claims, as the claims say it, each once. */
export function risksOf(codes: readonly string[]): string[] {
  const risks = claims.flatMap(({code, riskInformation}) =>
    typeof riskInformation === 'string' && codes.some((each) => each === code)
      ? [riskInformation]
      : [],
  )
  return [...new Set(risks)]
}
