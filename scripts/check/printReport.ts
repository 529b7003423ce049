import type {AttributeCount, CheckReport, DraftReport} from './report.ts'

/** The report as a person reads it: what is not aligned and why, then what is wrong. */
export function reportLines({documents, drafts, findings, attributes}: CheckReport): string[] {
  const delivered = documents.filter((each) => each.delivered).length
  return [
    `${documents.length} published documents: ${countsOf(documents)}; ${delivered} delivered`,
    ...(drafts.length > 0 ? [`${drafts.length} drafts: ${countsOf(drafts)}`] : []),
    ...(attributes ? [attributesLine(attributes)] : []),
    ...documents.filter(isNotAligned).flatMap((each) => documentLines(each, each.id)),
    ...drafts.filter(isNotAligned).flatMap((each) => documentLines(each, draftName(each))),
    ...findings.map(({about, id, message}) => `${about}: ${id} ${message}`),
    findings.length === 0
      ? 'Everything that is delivered is aligned, and signed by those who are said to have.'
      : `${findings.length} findings`,
  ]
}

/** A plan has a limit for attributes: nobody should learn of it from a refused write. */
const attributesLine = ({count, largest}: AttributeCount): string =>
  `${count} attributes${largest ? `, most of one type in ${largest.type}: ${largest.count}` : ''}`

const isNotAligned = ({state}: DraftReport): boolean => state !== 'aligned'

const countsOf = (reports: readonly Pick<DraftReport, 'state'>[]): string =>
  Object.entries(Object.groupBy(reports, ({state}) => state))
    .map(([state, list]) => `${list?.length ?? 0} ${state}`)
    .join(', ')

const draftName = ({id, checkpoint}: DraftReport): string =>
  `the draft of ${id}${checkpoint ? `, with ${checkpoint},` : ''}`

function documentLines({type, state, reasons, waitsFor}: DraftReport, name: string): string[] {
  return [
    `${name} (${type}) is ${state}`,
    ...reasons.flatMap(({kind, path}) =>
      path ? [`  ${kind}: ${path.toReversed().join(' → ')}`] : [],
    ),
    ...(waitsFor.length > 0 ? [`  waits for ${waitsFor.join(', ')}`] : []),
  ]
}
