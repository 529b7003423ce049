import type {GateOptions} from './plugins/claim-gate/model/gateModel.ts'

/** All that the gate is told of this house; read by the Studio and by every script. */
export const gateOptions: GateOptions = {
  roles: {
    marketing: {
      title: 'Marketing',
      meaning: 'Approved as the message we want to give',
      mayReviewOwn: true,
    },
    training: {title: 'Training', meaning: 'Approved as what we train', mayReviewOwn: true},
    medical: {title: 'Medical', meaning: 'Approved for medical accuracy'},
    regulatory: {title: 'Regulatory', meaning: 'Approved as consistent with the label'},
    legal: {title: 'Legal', meaning: 'Approved by legal'},
  },
  signers: {type: 'person', accountPath: 'accountId', namePath: 'name', rolesPath: 'functions'},
  agreement: {
    type: 'brief',
    groupPath: 'launch',
    people: ['contentLead', 'trainingLead'],
    recordPath: 'agreed',
  },
  dates: {from: 'effectiveOn', until: 'expiresOn'},
  timeZone: 'UTC',
}
