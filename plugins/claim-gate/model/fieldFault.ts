import type {FieldShape, GateModel} from './gateModel.ts'

/** Why nothing can be decided by a path: a step that the type does not have, or one that nobody reviews. */
export interface FieldFault {
  kind: 'absent' | 'immaterial'
  /** The path as far as the step. */
  at: string
}

/** Follows a dotted path through a type, through objects by name as well; what is built in is not looked into. */
export function fieldFault(
  {shapes}: Pick<GateModel, 'shapes'>,
  type: string,
  path: string,
): FieldFault | undefined {
  let fields: Readonly<Record<string, FieldShape>> | undefined = shapes[type]
  const steps = path.split('.')
  for (const [index, step] of steps.entries()) {
    if (!fields) return undefined
    const at = steps.slice(0, index + 1).join('.')
    const shape: FieldShape | undefined = Object.hasOwn(fields, step) ? fields[step] : undefined
    if (!shape) return {kind: 'absent', at}
    if (!shape.material) return {kind: 'immaterial', at}
    fields = shape.fields ?? (shape.type === undefined ? undefined : shapes[shape.type])
  }
  return undefined
}
