import type {Remark} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {findQuote} from '../reviewing/findQuote.ts'
import type {RemarkDraft} from './RemarkFields.tsx'

/** The remarks that were typed, or nothing while the words of one of them cannot be found. */
export function remarksOf(
  candidate: GateDocument,
  drafts: readonly RemarkDraft[],
): readonly Remark[] | undefined {
  const remarks: Remark[] = []
  for (const {quote, replacement} of drafts) {
    const place = findQuote(candidate, quote)
    if ('none' in place || quote === replacement) return undefined
    remarks.push({path: place.path, quote, text: '', replacement, must: true})
  }
  return remarks
}
