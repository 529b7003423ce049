import resources from '../../../plugins/claim-gate/i18n/resources.ts'
import type {Reason, SignRefusal, Verdict} from '../../../plugins/claim-gate/node.ts'
import type {Refusal} from '../../../plugins/claim-gate/publishing/publication.ts'

/*
 * Each of these is looked up in the resources by its own name: a reason that is added and has no words is an error of the
 * compiler here.
 */

/** What the Studio says when nothing was published. */
export function publishingWords({reason}: Refusal): readonly string[] {
  const [title, text] = [`refusal.${reason}.title`, `refusal.${reason}.text`] as const
  return [resources[title], resources[text]]
}

/** What the Studio says when nothing was signed or recalled. */
export function signingWords({reason}: SignRefusal): readonly string[] {
  const said = `sign.refused.${reason}` as const
  return [resources[said]]
}

/** What the Studio says of a document that may not be published: on the button, and why. */
export function verdictWords({state, reasons}: Verdict): readonly string[] {
  const title = `state.${state}.title` as const
  return [resources['action.publish.review-needed'], resources[title], ...reasons.map(reasonWords)]
}

function reasonWords(reason: Reason): string {
  if (reason.kind === 'memberNotAligned') {
    const said = `reason.memberNotAligned.${reason.state}` as const
    return resources[said]
  }
  const said = `reason.${reason.kind}` as const
  return resources[said]
}
