import {defineConfig} from 'sanity'
import {gateOptions} from './claimGate.config.ts'
import {withClaimGate} from './plugins/claim-gate/index.ts'
import {workspace} from './studio/workspace.ts'

export default defineConfig(withClaimGate(workspace, gateOptions))
