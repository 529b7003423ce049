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
 * Accounts that changed the material content of what would be published, since it last had one of the approved
 * fingerprints or since it began; `undefined` when the log does not reach back so far. `log` is newest first.
 */
export function materialEditors(
  model: GateModel,
  copies: CopyStates,
  log: Iterable<LogEntry>,
  approved: ReadonlySet<string>,
): readonly string[] | undefined {
  const fingerprint = ({draft, published}: CopyStates): string => {
    const document = draft ?? published
    return document ? contentOf(model, document).fingerprint : ''
  }
  const editors = new Set<string>()
  const isReached = (content: string): boolean => content === '' || approved.has(content)
  let state = copies
  let content = fingerprint(state)
  for (const {author, revert} of log) {
    if (isReached(content)) break
    try {
      state = {
        ...part('draft', state.draft, revert.draft),
        ...part('published', state.published, revert.published),
      }
    } catch {
      // The log is not that of these copies, or has a gap.
      return undefined
    }
    const before = fingerprint(state)
    if (before !== content) editors.add(author)
    content = before
  }
  return isReached(content) ? [...editors] : undefined
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
