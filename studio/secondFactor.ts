import type {ConfirmSignature} from '../plugins/claim-gate/index.ts'

/** Who is asked may have to look for a telephone first. */
const PATIENCE_MS = 5 * 60_000

/**
 * Has every signature confirmed by a service of one's own: it is sent what is to be signed, as JSON by POST with the
 * browser's cookies, and answers `{"confirmed": true}` or `{"refused": "why"}`. Whatever else it answers is a refusal,
 * and so is none within five minutes.
 */
export function secondFactorAt(url: string | undefined): ConfirmSignature | undefined {
  if (url === undefined || url === '') return undefined
  return async (signature) => {
    assertSecondFactor(url)
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'include',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(signature),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      throw new Error(`The second factor at ${url} does not answer: have your administrator look`, {
        cause: error,
      })
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (typeof answer === 'object' && answer !== null) {
      if ('refused' in answer && typeof answer.refused === 'string')
        return {refused: answer.refused}
      if (
        response.ok &&
        !('refused' in answer) &&
        'confirmed' in answer &&
        answer.confirmed === true
      )
        return {confirmed: true}
    }
    throw new Error(
      `The second factor at ${url} gave no answer that could be understood (status ${response.status}): have your administrator look`,
    )
  }
}

/** @throws Error where it is no address by which nobody in between could answer. */
export function assertSecondFactor(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isHere =
    url?.protocol === 'http:' &&
    /(?:^|\.)localhost$|^127(?:\.\d+){3}$|^\[::1\]$/u.test(url.hostname)
  if (url?.protocol === 'https:' || isHere) return
  throw new Error(
    `The second factor ${text} is no address that can be trusted: give one as in https://sign.example.org/confirm, or http on this machine`,
  )
}
