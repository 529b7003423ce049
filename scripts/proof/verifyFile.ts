import {createReadStream} from 'node:fs'
import type {Finding} from '../../plugins/claim-gate/proof/finding.ts'
import type {ProofSummary} from '../../plugins/claim-gate/proof/summary.ts'
import {verifyProof, type ProofResult} from '../../plugins/claim-gate/proof/verifyProof.ts'
import {messageOf} from '../messageOf.ts'

/** What the command says of a file, and how it ends: 0 holds, 1 wrong, 2 no proof. */
export interface Report {
  exitCode: 0 | 1 | 2
  lines: readonly string[]
}

/** Verifies a file without network, client or Studio. */
export async function verifyFile(file: string): Promise<Report> {
  let result: ProofResult
  try {
    result = await verifyProof(createReadStream(file))
  } catch (error) {
    const why = messageOf(error)
    return {
      exitCode: 2,
      lines: [`${file} cannot be read: ${why}`, 'Give the path of a file that was exported.'],
    }
  }
  switch (result.status) {
    case 'holds':
      return {exitCode: 0, lines: describeSummary(file, result.summary)}
    case 'wrong':
      return {exitCode: 1, lines: describeFinding(file, result.finding)}
    case 'noProof':
      return {exitCode: 2, lines: [`${file} is no proof: ${result.reason}`]}
    default:
      return result satisfies never
  }
}

function describeFinding(file: string, {line, what, expected, found}: Finding): string[] {
  return [
    `${file} is wrong at line ${line}, ${what}`,
    `  expected  ${expected}`,
    `  found     ${found}`,
  ]
}

function describeSummary(file: string, summary: ProofSummary): string[] {
  const {projectId, dataset, exportedAt, counts, inForce, until, withheld, rules, root} = summary
  return [
    `${file} holds: ${projectId}/${dataset} as it was at ${exportedAt}`,
    `  ${counts.documents} published documents, ${counts.reviews} reviews (${counts.withdrawals} withdrawals), ` +
      `${counts.snapshots} snapshots, ${counts.seals} seals, ${counts.incidents} incidents`,
    `  ${inForce.length} in force, all of them ${until ? `until ${until}` : 'without an end'}`,
    ...withheld.map(({id, state}) => `  withheld: ${id}, ${state}`),
    'By these rules; read whether they are yours:',
    ...rules.map((rule) => `  ${rule}`),
    'Root hash, to be written down where nobody who can change this file can change it:',
    `  ${root}`,
  ]
}
