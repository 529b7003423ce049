import type {AttributeCount, CheckReport, DocumentReport} from './report.ts'

/** The report as a person reads it: what is not aligned and why, then what is wrong. */
export function reportLines({documents, findings, attributes}: CheckReport): string[] {
  const counts = Object.entries(Object.groupBy(documents, ({state}) => state)).map(
    ([state, list]) => `${list?.length ?? 0} ${state}`,
  )
  const delivered = documents.filter((each) => each.delivered).length
  return [
    `${documents.length} published documents: ${counts.join(', ')}; ${delivered} delivered`,
    ...(attributes ? [attributesLine(attributes)] : []),
    ...documents.filter(({state}) => state !== 'aligned').flatMap(documentLines),
    ...findings.map(({about, id, message}) => `${about}: ${id} ${message}`),
    findings.length === 0
      ? 'Everything that is delivered is aligned, and signed by those who are said to have.'
      : `${findings.length} findings`,
  ]
}

/** A plan has a limit for attributes: nobody should learn of it from a refused write. */
const attributesLine = ({count, largest}: AttributeCount): string =>
  `${count} attributes${largest ? `, most of one type in ${largest.type}: ${largest.count}` : ''}`

function documentLines({id, type, state, reasons}: DocumentReport): string[] {
  return [
    `${id} (${type}) is ${state}`,
    ...reasons.flatMap(({kind, path}) =>
      path ? [`  ${kind}: ${path.toReversed().join(' → ')}`] : [],
    ),
  ]
}
