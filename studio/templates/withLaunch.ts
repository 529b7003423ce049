import type {InitialValueResolverContext} from '@sanity/types'
import type {Template, TemplateResolver} from 'sanity'
import {hasField} from '../structure/hasField.ts'
import {launchBeside} from './launchBeside.ts'
import {startingFieldsIn} from './startingFieldsIn.ts'

/**
 * Lets whatever belongs to a launch know it from the start. The template of the type is changed, and no second one made:
 * the Studio uses a template without being told its name only where a type has a single one.
 */
export const withLaunch: TemplateResolver = (templates, {schema}) =>
  templates.map((template) =>
    hasField(schema.get(template.schemaType), 'launch') ? startingInLaunch(template) : template,
  )

function startingInLaunch(template: Template): Template {
  const {value} = template
  return {
    ...template,
    value: async (params: unknown, context: InitialValueResolverContext) => {
      const own: unknown = typeof value === 'function' ? await value(params, context) : value
      return {
        ...(typeof own === 'object' ? own : {}),
        ...startingFieldsIn(params, context.schema.get(template.schemaType)),
        ...(await launchBeside(params, context)),
      }
    },
  }
}
