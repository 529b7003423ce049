import type {Reason} from './claimColumn.ts'
import {REASON_WORDS} from './reasonWords.ts'

/** A reason in English, for where there is no Studio to say it. */
export function sayReason({key, params = {}}: Reason): string {
  return REASON_WORDS[key].replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) =>
    String(params[name] ?? ''),
  )
}
