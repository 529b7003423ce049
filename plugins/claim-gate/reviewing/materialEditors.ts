import {applyPatch, type RawPatch} from 'mendoza'
import {contentOf} from '../fingerprint/contentOf.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {isRecord} from '../model/record.ts'

/** The two copies of a document. */
export interface CopyStates {
  draft?: GateDocument
  published?: GateDocument
}

/** One entry of a document's log, with what leads back to the copies before it. */
export interface LogEntry {
  id: string
  /** Account id. */
  author: string
  /** Mendoza patches by the copy's name. */
  revert: {draft?: RawPatch; published?: RawPatch}
}

/**
 * Accounts that wrote the material content of what would be published, since it last had one of the approved
 * fingerprints or since it began; `undefined` when the log does not reach back so far. Content is followed through the
 * copy that it came from: whoever publishes or discards a draft has written nothing. `log` is newest first.
 */
export function materialEditors(
  model: GateModel,
  copies: CopyStates,
  log: Iterable<LogEntry>,
  approved: ReadonlySet<string>,
): readonly string[] | undefined {
  const print = (document: GateDocument | undefined): string =>
    document ? contentOf(model, document).fingerprint : ''
  const editors = new Set<string>()
  const isReached = (content: string): boolean => content === '' || approved.has(content)
  let after = copies
  let copy: keyof CopyStates = copies.draft ? 'draft' : 'published'
  let content = print(copies[copy])
  for (const {author, revert} of log) {
    if (isReached(content)) break
    const before = statesBefore(after, revert)
    if (!before) return undefined
    const isPublication =
      copy === 'published' && !after.draft && before.draft && print(before.draft) === content
    // A draft begins as what is published.
    if (isPublication) copy = 'draft'
    else if (copy === 'draft' && !before.draft) copy = 'published'
    const earlier = print(before[copy])
    if (earlier !== content) editors.add(author)
    content = earlier
    after = before
  }
  return isReached(content) ? [...editors] : undefined
}

/** The copies before an entry; nothing where the log is not that of these copies, or has a gap. */
function statesBefore(after: CopyStates, revert: LogEntry['revert']): CopyStates | undefined {
  try {
    return {
      ...part('draft', after.draft, revert.draft),
      ...part('published', after.published, revert.published),
    }
  } catch {
    return undefined
  }
}

function part(
  name: keyof CopyStates,
  now: GateDocument | undefined,
  patch: RawPatch | undefined,
): CopyStates {
  if (!patch) return now ? {[name]: now} : {}
  const {_rev, ...content} = now ?? {_rev: undefined}
  const before: unknown = applyPatch(now ? content : null, patch)
  return isGateDocument(before) ? {[name]: before} : {}
}

function isGateDocument(value: unknown): value is GateDocument {
  return isRecord(value) && typeof value._id === 'string' && typeof value._type === 'string'
}
