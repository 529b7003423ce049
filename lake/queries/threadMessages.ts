import type {LakeDocument} from '../storage/storage.ts'
import type {QueryAnswer, QueryRequest} from './evaluateQuery.ts'

/** What the lake tells a query thread, in order: what it knows of the documents is as new as the last message. */
export type ToThread =
  | {kind: 'changes'; changes: readonly {id: string; after?: LakeDocument}[]}
  | {kind: 'filled'}
  | {kind: 'query'; request: QueryRequest; timeLimitMs: number}

/** What a query thread tells the lake. */
export type FromThread =
  | {kind: 'ready'}
  | {kind: 'answer'; answer: QueryAnswer}
  | {kind: 'refusal'; refusal: Refusal}
  | {kind: 'failure'; reason: string}

/** An `ApiError` as it goes from one thread to another. */
interface Refusal {
  statusCode: number
  type: string
  message: string
  details: Readonly<Record<string, unknown>>
}
