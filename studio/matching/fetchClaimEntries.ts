import type {SanityClient} from '@sanity/client'
import type {ClaimEntry} from './claimEntry.ts'

interface EvidenceRow {
  title: string | null
  citation: Readonly<Record<string, unknown>> | null
}

interface ClaimRow {
  _id: string
  code: string | null
  statement: string | null
  qualifier: string | null
  variations: readonly unknown[] | null
  evidence: readonly (EvidenceRow | null)[] | null
}

const CLAIM_ENTRIES_QUERY = `*[_type == "claim"] | order(code asc){
  _id, code, statement, qualifier, variations,
  "evidence": substantiation[].evidence->{title, citation{authors, title, container, year, documentNumber}}
}`

/**
 * Reads every claim for a `ClaimIndex`, in one query: as drafted where there is a draft, else as published; or only as
 * published, because a draft is nobody's approved wording.
 */
export async function fetchClaimEntries(
  client: Pick<SanityClient, 'fetch'>,
  perspective: 'drafts' | 'published' = 'drafts',
): Promise<readonly ClaimEntry[]> {
  const rows = await client.fetch<ClaimRow[]>(CLAIM_ENTRIES_QUERY, {}, {perspective})
  return rows.map(({_id, code, statement, qualifier, variations, evidence}) => ({
    id: _id,
    code: code ?? '',
    statement: statement ?? '',
    ...(qualifier ? {qualifier} : {}),
    variations: (variations ?? []).filter((each) => typeof each === 'string'),
    evidence: (evidence ?? []).flatMap((each) => (each ? [nameOf(each)] : [])),
  }))
}

const nameOf = ({title, citation}: EvidenceRow): string =>
  [title, ...Object.values(citation ?? {})]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(', ')
