/** The one error that the lake answers with; it is turned into a response in one place. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly statusCode: number
  readonly type: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    statusCode: number,
    type: string,
    description: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(description)
    this.statusCode = statusCode
    this.type = type
    this.details = details
  }

  /** The body of the response, in the shape of the hosted service. */
  body(): object {
    return {
      statusCode: this.statusCode,
      error: {type: this.type, description: this.message, ...this.details},
      message: this.message,
    }
  }
}

export const badRequest = (description: string): ApiError =>
  new ApiError(400, 'httpBadRequest', description)
export const unauthorized = (description: string): ApiError =>
  new ApiError(401, 'unauthorizedError', description)
export const forbidden = (description: string): ApiError =>
  new ApiError(403, 'forbiddenError', description)
export const notFound = (description: string): ApiError =>
  new ApiError(404, 'notFoundError', description)

/** What to answer where something failed: whatever is no answer of ours is not for the client to read. */
export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError(500, 'internalServerError', 'An unexpected error happened inside the lake')
