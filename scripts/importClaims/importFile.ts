import {buildWrites} from '../../studio/importing/claims/buildWrites.ts'
import {fetchLibrary} from '../../studio/importing/claims/fetchLibrary.ts'
import {countOutcomes} from '../../studio/importing/claims/outcome.ts'
import {planImport} from '../../studio/importing/claims/planImport.ts'
import {readTable} from '../../studio/importing/claims/readTable.ts'
import {sayReason} from '../../studio/importing/claims/sayReason.ts'
import {titlesOf} from '../../studio/importing/claims/sayValue.ts'
import type {OpenClient} from '../openClient.ts'
import {draftsIn} from './draftsIn.ts'
import {planLines} from './printPlan.ts'
import {planRecord} from './planRecord.ts'
import type {ImportArguments} from './readArguments.ts'
import {readMapOptions} from './readMapOptions.ts'
import {writePlan, type Ending} from './writePlan.ts'

/** What the command prints, and how it ends. */
export interface Imported {
  text: string
  exitCode: 0 | 1 | 2
}

/**
 * Imports the content of a file, or says what importing it would do.
 * @throws Error for what cannot be read; the dataset is then not opened.
 */
export async function importFile(
  bytes: Uint8Array,
  options: Omit<ImportArguments, 'file'>,
  openDataset: () => Promise<OpenClient>,
): Promise<Imported> {
  const read = readTable(bytes)
  if ('unreadable' in read) throw new Error(sayReason(read.unreadable))
  const {table} = read
  const choices = readMapOptions(table.header, options.map)
  const open = await openDataset()
  try {
    const library = await fetchLibrary(open.client)
    const plan = planImport(table, library, choices)
    const built = buildWrites(plan, options.acceptedOnly)
    const ending: Ending = options.write
      ? await writePlan(open.client, built)
      : {written: [], line: dryRunLine(built)}
    const text = options.json
      ? JSON.stringify(planRecord(plan, ending), null, 2)
      : [...planLines(plan, titlesOf(library)), ending.line].join('\n')
    if (plan.mapping.problem || ending.moved) return {text, exitCode: 2}
    const isRefused = countOutcomes(plan.outcomes).refused > 0 || ending.refused === true
    return {text, exitCode: isRefused ? 1 : 0}
  } finally {
    await open.close()
  }
}

function dryRunLine(built: ReturnType<typeof buildWrites>): string {
  if ('refused' in built) return `Nothing was written. ${sayReason(built.refused)}`
  return built.writes.length === 0
    ? 'Nothing to write.'
    : `Nothing was written: this was a dry run. With --write it would write ${draftsIn(built.writes.length)}, and publish nothing.`
}
