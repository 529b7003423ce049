import type {GateModel} from './gateModel.ts'

/** Types whose documents the gate looks at: those it holds, and what was agreed. */
export function watchedTypes({types, options}: GateModel): string[] {
  return [...Object.keys(types), ...(options.agreement ? [options.agreement.type] : [])]
}
