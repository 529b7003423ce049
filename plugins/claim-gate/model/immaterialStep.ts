import type {FieldShape, GateModel} from './gateModel.ts'

/** A dotted path as far as the first step that nobody reviews; what is built in is not looked into. */
export function immaterialStep(
  {shapes}: Pick<GateModel, 'shapes'>,
  type: string,
  path: string,
): string | undefined {
  let fields: Readonly<Record<string, FieldShape>> | undefined = shapes[type]
  const steps = path.split('.')
  for (const [index, step] of steps.entries()) {
    const shape: FieldShape | undefined =
      fields && Object.hasOwn(fields, step) ? fields[step] : undefined
    if (!shape) return undefined
    if (!shape.material) return steps.slice(0, index + 1).join('.')
    fields = shape.fields ?? (shape.type === undefined ? undefined : shapes[shape.type])
  }
  return undefined
}
