import type {CheckReport, DocumentReport} from './report.ts'

/** The report as a person reads it: what is not aligned and why, then what is wrong. */
export function reportLines({documents, findings}: CheckReport): string[] {
  const counts = Object.entries(Object.groupBy(documents, ({state}) => state)).map(
    ([state, list]) => `${list?.length ?? 0} ${state}`,
  )
  const delivered = documents.filter((each) => each.delivered).length
  return [
    `${documents.length} published documents: ${counts.join(', ')}; ${delivered} delivered`,
    ...documents.filter(({state}) => state !== 'aligned').flatMap(documentLines),
    ...findings.map(({about, id, message}) => `${about}: ${id} ${message}`),
    findings.length === 0
      ? 'Everything that is delivered is aligned, and signed by those who are said to have.'
      : `${findings.length} findings`,
  ]
}

function documentLines({id, type, state, reasons}: DocumentReport): string[] {
  return [
    `${id} (${type}) is ${state}`,
    ...reasons.flatMap(({kind, path}) =>
      path ? [`  ${kind}: ${path.toReversed().join(' → ')}`] : [],
    ),
  ]
}
