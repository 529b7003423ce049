import type {GateModel} from '../model/gateModel.ts'
import {checkpoint} from './checkpoint.ts'
import {incident} from './incident.ts'
import {review} from './review.ts'
import {seal} from './seal.ts'
import {snapshot} from './snapshot.ts'

/** The gate's own document types, for the schema of a Studio that holds the model's types. */
export function gateSchemaTypes(model: GateModel) {
  return [review, snapshot, seal(Object.keys(model.types)), incident, checkpoint]
}
