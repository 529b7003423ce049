import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {claims} from './claims.ts'
import {evidence} from './evidence.ts'

/** The references of some claims as they are printed below them, each once, in the order of the claims. */
export function citationsOf(codes: readonly string[]): string[] {
  const ids = codes.flatMap((code) => {
    const rests = claims.find((claim) => claim.code === code)?.substantiation
    return (Array.isArray(rests) ? rests.filter(isRecord) : []).map(({_key}) => _key)
  })
  return [...new Set(ids)].map((id) => citationOf(evidence.find(({_id}) => _id === id)))
}

function citationOf(source: Readonly<Record<string, unknown>> | undefined): string {
  const citation = source?.citation
  if (!isRecord(citation)) throw new Error('A claim rests on evidence without a citation')
  const part = (name: string): string => {
    const value = citation[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const where =
    part('doi') === ''
      ? `${part('container')}, ${part('year')}: ${part('documentNumber')}, revision ${part('revision')}`
      : `${part('container')} ${part('year')};${part('volume')}:${part('pages')}. doi:${part('doi')}`
  const whole = [part('authors'), part('title'), where].filter((each) => each !== '')
  return `${whole.map((each) => each.replace(/\.$/u, '')).join('. ')}.`
}
