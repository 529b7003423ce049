import {createElement} from 'react'
import {definePlugin, type LayoutProps} from 'sanity'
import {alignmentBadge} from './documentBadges/alignmentBadge.ts'
import type {Gate} from './gate.ts'
import {claimGateUsEnglishLocaleBundle} from './i18n/index.ts'
import {ConfirmSignatureContext} from './inspector/confirmSignature.ts'
import {alignmentInspector} from './inspector/alignmentInspector.tsx'
import {isGated} from './model/gateModel.ts'
import {checkpointsTool} from './tool/checkpointsTool.ts'
import {incidentsTool} from './tool/incidentsTool.ts'
import {reviewsTool} from './tool/reviewsTool.ts'

/** Badge, inspector, list of reviews and words of the gate; what must see the whole workspace is in `withClaimGate`. */
export const claimGatePlugin = definePlugin<Gate>((gate) => {
  const badge = alignmentBadge(gate)
  const inspector = alignmentInspector(gate)
  return {
    name: 'claim-gate',
    document: {
      badges: (badges, {schemaType}) =>
        isGated(gate.model, schemaType) ? [...badges, badge] : badges,
      inspectors: (inspectors, {documentType}) =>
        isGated(gate.model, documentType) ? [inspector, ...inspectors] : inspectors,
    },
    studio: {
      components: {
        layout: (props: LayoutProps) =>
          createElement(
            ConfirmSignatureContext.Provider,
            {value: gate.confirmSignature},
            props.renderDefault(props),
          ),
      },
    },
    tools: [reviewsTool(gate), checkpointsTool(gate), incidentsTool(gate)],
    i18n: {bundles: [claimGateUsEnglishLocaleBundle]},
  }
})
