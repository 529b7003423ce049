import type {ValidationContext} from '@sanity/types'
import {AUDIENCES, ECONOMIC_AUDIENCES, MARKETS, OBJECTOR_AUDIENCES, titleOf} from '../choices.ts'
import {fieldOf, referencedIds} from '../references.ts'
import {readSupport} from './readSupport.ts'
import {TOOL_TYPES, type SupportingDocument} from './supportGraph.ts'

const stringsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).filter((each) => typeof each === 'string')

/** A rubric also scores what is said to others; that a module is scored with it makes none of its claims. */
const ONLY_SCORING = ['coachingRubric']

/** Every claim that a document makes: itself, in its parts, or through its slides and responses. */
async function claimsMadeIn(context: ValidationContext): Promise<SupportingDocument[]> {
  const support = await readSupport(context)
  return support.under(context.document, ONLY_SCORING).filter(({_type}) => _type === 'claim')
}

/** Nobody hears a claim that is not for them. */
export async function isWithinAudiences(
  audience: unknown,
  context: ValidationContext,
): Promise<true | string> {
  if (typeof audience !== 'string') return true
  const claims = await claimsMadeIn(context)
  const name = titleOf(AUDIENCES, audience)
  const economic = ECONOMIC_AUDIENCES.includes(audience)
    ? undefined
    : claims.find(({category}) => category === 'economic')
  if (economic)
    return `${String(economic.code)} is economic, and not for this audience (${name}): it goes only to value analysis committees, payers and purchasing organisations.`
  const refused = claims.find(({audiences}) => !stringsOf(audiences).includes(audience))
  return (
    !refused ||
    `${String(refused.code)} is not for this audience (${name}): choose another, or leave the claim out.`
  )
}

/** A slide is reviewed for those whom it is for, and so is what a module practises with: shown to others, somebody looks twice. */
export async function isAudienceOfTools(
  audience: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const tool = (await toolsShownIn(context)).find(
    (each) => each.audience !== undefined && each.audience !== audience,
  )
  return (
    !tool ||
    `${quoted(tool)} was made for others (${titleOf(AUDIENCES, tool.audience)}): make sure that it suits both, or take it out.`
  )
}

/** The same of the markets for which each was made. */
export async function areMarketsOfTools(
  markets: unknown,
  context: ValidationContext,
): Promise<true | string> {
  for (const tool of await toolsShownIn(context)) {
    const made = stringsOf(tool.markets)
    const foreign = stringsOf(markets).filter((market) => made.length > 0 && !made.includes(market))
    if (foreign.length > 0) {
      const names = foreign.map((market) => titleOf(MARKETS, market)).join(', ')
      return `${quoted(tool)} was not made for ${names}: make sure that it suits them, or take it out.`
    }
  }
  return true
}

/** Slides of a deck, and what a module practises with: reviewed for those whom they are for. */
async function toolsShownIn(context: ValidationContext): Promise<SupportingDocument[]> {
  const support = await readSupport(context)
  return support.under(context.document).filter(({_type}) => TOOL_TYPES.includes(_type))
}

function quoted({headline, title}: SupportingDocument): string {
  const name = [headline, title].find((each) => typeof each === 'string')
  return typeof name === 'string' ? `“${name}”` : 'What is shown'
}

/** Whoever raises an objection hears what answers it. */
export const isWithinAudienceOf = (
  objector: unknown,
  context: ValidationContext,
): Promise<true | string> => isWithinAudiences(OBJECTOR_AUDIENCES.get(String(objector)), context)

/** A claim is made nowhere that it is not authorized. */
export async function isWithinMarkets(
  markets: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const asked = stringsOf(markets)
  if (asked.length === 0) return true
  for (const {code, authorizations} of await claimsMadeIn(context)) {
    const allowed = (Array.isArray(authorizations) ? authorizations : []).map((each) =>
      fieldOf(each, 'market'),
    )
    const refused = asked.filter((market) => !allowed.includes(market))
    if (refused.length > 0) {
      const names = refused.map((market) => titleOf(MARKETS, market)).join(', ')
      return `${String(code)} may not be made in ${names}: narrow the markets, or leave the claim out.`
    }
  }
  return true
}

/** Words that are tied to a claim make what holds them rest on it; `text` is the field beside the list of claims. */
export function listsClaimsCitedIn(text: string) {
  return async (claims: unknown, context: ValidationContext): Promise<true | string> => {
    const {parent} = context
    const listed = new Set(referencedIds(claims))
    const blocks = fieldOf(parent, text)
    const cited = (Array.isArray(blocks) ? blocks : []).flatMap((block) =>
      referencedIds(fieldOf(block, 'markDefs'), 'claim'),
    )
    const missing = cited.find((id) => !listed.has(id))
    if (missing === undefined) return true
    const support = await readSupport(context)
    const code = support.under({_ref: missing}).find(({_id}) => _id === missing)?.code
    return `The text cites ${typeof code === 'string' ? code : 'a claim'}, which is not listed here: add it, or take the citation out.`
  }
}
