import type {SanityClient} from '@sanity/client'
import type {GateModel} from '../../plugins/claim-gate/node.ts'
import {checkCheckpoints} from './checkCheckpoints.ts'
import {checkDocuments} from './checkDocuments.ts'
import {checkDrafts} from './checkDrafts.ts'
import {checkFirstOut} from './checkFirstOut.ts'
import {checkGone} from './checkGone.ts'
import {checkIncidents, checkMissing, checkVisibility} from './checkKept.ts'
import {checkRemoved} from './checkRemoved.ts'
import {checkReviews} from './checkReviews.ts'
import {checkSeals} from './checkSeals.ts'
import {checkSnapshots} from './checkSnapshots.ts'
import {countAttributes} from './countAttributes.ts'
import {createImports, type Import} from './createImports.ts'
import {createSignings} from './createSignings.ts'
import type {CheckReport} from './report.ts'

export interface CheckOptions {
  /** A public dataset is no finding. */
  allowPublic?: boolean
  /** What came in with these imports is no finding. */
  imported?: readonly Import[]
}

/** Where every document stands, and what is wrong: delivered and not aligned, published past the gate, or forged. */
export async function checkDataset(
  client: SanityClient,
  model: GateModel,
  {allowPublic = false, imported = []}: CheckOptions = {},
): Promise<CheckReport> {
  const checkedAt = new Date().toISOString()
  const {documents, findings} = await checkDocuments(client, model)
  const drafts = await checkDrafts(client, model)
  const imports = createImports(imported)
  const signings = createSignings()
  const others = [
    await checkIncidents(client),
    await checkReviews(client, model, imports, signings),
    await checkRemoved(client, model),
    await checkSnapshots(client, imports, signings),
    await checkMissing(client),
    await checkSeals(client, imports),
    await checkCheckpoints(client, model, imports),
    await checkGone(client),
    await checkFirstOut(client, model),
    imports.findings(),
    allowPublic ? [] : await checkVisibility(client),
  ]
  return {
    checkedAt,
    documents,
    drafts,
    findings: [...findings, ...others.flat()],
    attributes: await countAttributes(client),
  }
}
