import type {GateDocument} from '../../plugins/claim-gate/node.ts'

/** What E4 said before it was corrected, beside what it says now: from this all that quotes it follows. */
const CORRECTED: readonly (readonly [now: string, before: string])[] = [
  ['34 vs 49 dBA', '33 vs 49 dBA'],
  ['34 and 49 dBA', '33 and 49 dBA'],
  ['34 dBA vs 49 dBA; difference −15 dBA', '33 dBA vs 49 dBA; difference −16 dBA'],
  ['95% CI −16 to −14', '95% CI −17 to −15'],
  ['(difference −15;', '(difference −16;'],
  ['OS-BT-0117, revision B', 'OS-BT-0117, revision A'],
]

/** A document as it read before the correction; the very same one where it says nothing of it. */
export function beforeCorrection(document: GateDocument): GateDocument {
  const text = JSON.stringify(document)
  const changed = CORRECTED.reduce((all, [now, before]) => all.replaceAll(now, before), text)
  if (changed === text) return document
  const earlier: GateDocument = JSON.parse(changed)
  const isSource = document._type === 'evidence' && isRevised(document)
  return isSource ? asRevisionA(earlier) : earlier
}

const isRevised = ({status}: GateDocument): boolean => status === 'corrected'

function asRevisionA(source: GateDocument): GateDocument {
  const {citation} = source
  return {...source, status: 'current', citation: {...Object(citation), revision: 'A'}}
}
