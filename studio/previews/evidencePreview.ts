import type {PreviewConfig} from '@sanity/types'
import {EVIDENCE_KINDS, EVIDENCE_STATUSES, titleOf} from '../../schemas/choices.ts'
import {joined} from './joined.ts'

/** Evidence in lists: the name by which people call it, and its citation in one line with how many were studied. */
export const evidencePreview: PreviewConfig = {
  select: {
    title: 'title',
    kind: 'kind',
    status: 'status',
    authors: 'citation.authors',
    name: 'citation.title',
    container: 'citation.container',
    year: 'citation.year',
    n: 'study.n',
  },
  prepare: ({title, kind, status, authors, name, container, year, n}) => ({
    title: joined(' · ', title || 'Untitled evidence', standing(status)),
    subtitle:
      joined(' · ', citationLine({authors, name, container, year}), size(n)) ||
      titleOf(EVIDENCE_KINDS, kind),
    description: titleOf(EVIDENCE_KINDS, kind),
  }),
}

/** That it is current goes without saying. */
const standing = (status: unknown): string =>
  status === 'current' ? '' : titleOf(EVIDENCE_STATUSES, status)

const size = (n: unknown): string => (typeof n === 'number' ? `n=${n.toLocaleString('en-US')}` : '')

interface Citation {
  authors: unknown
  name: unknown
  container: unknown
  year: unknown
}

/** As it is printed below a slide: authors, title, container and year. */
function citationLine({authors, name, container, year}: Citation): string {
  return [authors, name, joined(' ', container, year)]
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => String(part).replace(/\.$/u, ''))
    .join('. ')
}
