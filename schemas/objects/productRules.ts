import type {ValidationContext} from '@sanity/types'
import {referencedId} from '../references.ts'
import {readSupport} from './readSupport.ts'
import type {SupportingDocument} from './supportGraph.ts'

/** Types that are about one product, and that say which. */
const ABOUT_ONE: readonly string[] = ['claim', 'indication', 'messagingPlatform']

/** In these fields nothing is said of another product: what is said of one does not stand beside the risks, the label or the launch of another. */
export function isProductOf(...fields: readonly string[]) {
  return async (product: unknown, context: ValidationContext): Promise<true | string> => {
    const id = referencedId(product)
    if (id === undefined) return true
    const support = await readSupport(context)
    const other = support
      .under(fields.map((field) => context.document?.[field]))
      .filter(({_type}) => ABOUT_ONE.includes(_type))
      .find((each) => ![undefined, id].includes(referencedId(each.product)))
    if (!other) return true
    return `${nameOf(other)} is about another product: choose that one here, leave out what is said of it, or make sure that both are meant.`
  }
}

function nameOf({_type, code, population}: SupportingDocument): string {
  if (_type === 'messagingPlatform') return 'The messaging platform'
  if (_type === 'indication')
    return typeof population === 'string' ? `An indication (${population})` : 'An indication'
  return typeof code === 'string' ? code : 'A claim'
}
