import {checkContents} from './checkContents.ts'
import {gatherProof, type Failed} from './gatherProof.ts'
import type {Bytes} from './readLines.ts'
import {summaryOf, type ProofSummary} from './summary.ts'

export type ProofResult = {status: 'holds'; summary: ProofSummary} | Failed

/**
 * Verifies a proof from its bytes alone: that every line is as it was written, and that all it says follows from contents
 * and reviews. Names the first thing that is wrong.
 */
export async function verifyProof(bytes: Bytes): Promise<ProofResult> {
  const gathered = await gatherProof(bytes)
  if ('status' in gathered) return gathered
  const {contents, root} = gathered
  const checked = checkContents(contents)
  return 'finding' in checked
    ? {status: 'wrong', finding: checked.finding}
    : {status: 'holds', summary: summaryOf(contents, checked, root)}
}
