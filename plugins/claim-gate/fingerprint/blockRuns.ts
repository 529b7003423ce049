import {collapsed, composed} from './canonicalText.ts'

/** A stretch of text under equal marks with the ids that they refer to, or one inline object already written. */
export type Run =
  | {text: string; marks: string; code: boolean; references: ReadonlySet<string>}
  | {object: string}

/**
 * Canonical JSON of a block's children: whitespace collapsed as it is read, split spans one again. Adds the ids that
 * the marks of what is left refer to.
 */
export function writeRuns(runs: readonly Run[], references: Set<string>): string {
  const kept = collapseRuns(runs)
  for (const run of kept) if ('text' in run) run.references.forEach((id) => references.add(id))
  const children = mergeRuns(kept).map(writeRun).join(',')
  return children === '' ? '' : `[${children}]`
}

/** Whitespace collapses over the block, never span by span: "no " + "table" is not "notable". */
function collapseRuns(runs: readonly Run[]): Run[] {
  const kept: Run[] = []
  let afterSpace = true
  for (const run of runs) {
    if ('object' in run || run.code) {
      kept.push(run)
      afterSpace = false
      continue
    }
    const text = collapsed(run.text)
    const rest: string = afterSpace && text.startsWith(' ') ? text.slice(1) : text
    if (rest === '') continue
    afterSpace = rest.endsWith(' ')
    kept.push(rest === run.text ? run : {...run, text: rest})
  }
  return afterSpace ? trimEnd(kept) : kept
}

function trimEnd(runs: readonly Run[]): Run[] {
  const last = runs.at(-1)
  if (!last || 'object' in last) return [...runs]
  const text = last.text.slice(0, -1)
  return text === '' ? runs.slice(0, -1) : [...runs.slice(0, -1), {...last, text}]
}

function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const joins = last && 'text' in last && 'text' in run && last.marks === run.marks
    if (joins) merged[merged.length - 1] = {...last, text: last.text + run.text}
    else merged.push(run)
  }
  return merged
}

function writeRun(run: Run): string {
  if ('object' in run) return run.object
  const marks = run.marks === '' ? '' : `"marks":[${run.marks}],`
  return `{"_type":"span",${marks}"text":${JSON.stringify(composed(run.text))}}`
}
