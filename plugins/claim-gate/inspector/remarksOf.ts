import type {Remark} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {findQuote} from '../reviewing/findQuote.ts'
import type {RemarkDraft} from './RemarkFields.tsx'

/** The remarks that were typed, or nothing while one of them says nothing, or its words cannot be found. */
export function remarksOf(
  candidate: GateDocument,
  drafts: readonly RemarkDraft[],
): readonly Remark[] | undefined {
  const remarks: Remark[] = []
  for (const {kind, quote, replacement, text} of drafts) {
    const place = findQuote(candidate, quote)
    if ('none' in place) return undefined
    const said = {path: place.path, quote, text: text.trim()}
    if (kind === 'words') {
      if (quote === replacement) return undefined
      remarks.push({...said, replacement, must: true})
    } else {
      if (said.text === '') return undefined
      remarks.push({...said, must: false})
    }
  }
  return remarks
}
