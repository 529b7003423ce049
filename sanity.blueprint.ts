import {defineBlueprint, defineDocumentFunction} from '@sanity/blueprints'
import {gateOptions} from './claimGate.config.ts'
import {createGateModel} from './plugins/claim-gate/model/createGateModel.ts'
import {handleEventRule} from './plugins/claim-gate/sealer/handleEventRule.ts'
import {schemaTypes} from './schemas/index.ts'

export default defineBlueprint({
  resources: [
    defineDocumentFunction({
      name: 'claim-gate-sealer',
      src: 'functions/claim-gate-sealer',
      timeout: 300,
      memory: 2,
      event: handleEventRule(createGateModel(schemaTypes, gateOptions)),
    }),
  ],
})
