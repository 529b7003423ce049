import type {ValidationContext} from '@sanity/types'
import {readSupport} from '../objects/readSupport.ts'
import {TOOL_TYPES} from '../objects/supportGraph.ts'
import {referencedId} from '../references.ts'

/** Training is built on the final tool itself, and not on one that is no longer carried. */
export async function isFinalTool(
  asset: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const id = referencedId(asset)
  if (id === undefined) return true
  const support = await readSupport(context)
  const tool = support.under(asset).find(({_id, _type}) => _id === id && TOOL_TYPES.includes(_type))
  if (!tool)
    return 'Practice is built on the slide, deck, leave-behind or VAC kit itself: choose it, not a stand-in.'
  const today = new Date().toISOString().slice(0, 10)
  const isOver = typeof tool.expiresOn === 'string' && tool.expiresOn < today
  return (
    !isOver ||
    `This tool was last in force on ${String(tool.expiresOn)}: practise with what reps carry now.`
  )
}
