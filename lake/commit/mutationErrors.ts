import {ApiError} from '../apiError.ts'

/** One mutation's failure as the hosted service tells it; all of the transaction fails with it. */
function mutationError(
  statusCode: number,
  index: number,
  error: {type: string; description: string; id?: string} & Record<string, unknown>,
): ApiError {
  return new ApiError(statusCode, 'mutationError', `Mutation failed: ${error.description}`, {
    items: [{error, index}],
  })
}

export const documentMissing = (index: number, id: string): ApiError =>
  mutationError(404, index, {
    type: 'documentNotFoundError',
    id,
    description: `The document with the ID "${id}" was not found`,
  })

export const documentExists = (index: number, id: string): ApiError =>
  mutationError(409, index, {
    type: 'documentAlreadyExistsError',
    id,
    description: `Document by ID "${id}" already exists`,
  })

export const revisionDiffers = (
  index: number,
  id: string,
  expected: string,
  actual: string | undefined,
): ApiError =>
  mutationError(409, index, {
    type: 'documentRevisionIDDoesNotMatchError',
    id,
    expectedRevisionID: expected,
    currentRevisionID: actual,
    description: `Document "${id}" has unexpected revision ID ("${actual}"), expected "${expected}"`,
  })

export const stillReferenced = (
  index: number,
  id: string,
  referencingIDs: readonly string[],
): ApiError =>
  mutationError(409, index, {
    type: 'documentHasExistingReferencesError',
    id,
    referencingIDs,
    description: `Document "${id}" cannot be deleted as there are references to it from "${referencingIDs[0]}"`,
  })

export const referenceToNothing = (index: number, id: string, referenceID: string): ApiError =>
  mutationError(409, index, {
    type: 'documentReferenceDoesNotExistError',
    id,
    referenceID,
    description: `Document "${id}" references non-existent document "${referenceID}"`,
  })

export const invalidMutation = (index: number, description: string): ApiError =>
  mutationError(400, index, {type: 'invalidMutationError', description})

export const malformedId = (index: number, id: unknown): ApiError =>
  mutationError(400, index, {
    type: 'validationError',
    value: id ?? null,
    description: `Malformed document ID: ${JSON.stringify(id ?? null).slice(0, 200)}`,
  })
