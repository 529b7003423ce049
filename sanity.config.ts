import {defineConfig} from 'sanity'
import {gateOptions} from './claimGate.config.ts'
import {withClaimGate} from './plugins/claim-gate/index.ts'
import {contentLake} from './studio/contentLake.ts'
import {secondFactorAt} from './studio/secondFactor.ts'
import {workspace} from './studio/workspace.ts'

const confirmSignature = secondFactorAt(contentLake().secondFactor)

export default defineConfig(
  withClaimGate(workspace, gateOptions, confirmSignature ? {confirmSignature} : {}),
)
