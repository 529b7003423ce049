import type {ServerResponse} from 'node:http'
import type {ApiError} from '../apiError.ts'

/** Answers a request that never reaches an endpoint. */
export function answerError(response: ServerResponse, error: ApiError): void {
  response.statusCode = error.statusCode
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(error.body()))
}
