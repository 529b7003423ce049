export {createGateModel, GateConfigError} from './model/createGateModel.ts'
export {
  gatedType,
  type GateDocument,
  type GateModel,
  type GateOptions,
  type RoleCondition,
} from './model/gateModel.ts'
export {publishedIdOf} from './model/documentIds.ts'
export {idAt} from './model/record.ts'
export type {ClaimGateTypeOptions} from './model/schemaOptions.ts'
export {contentOf, fingerprintOf} from './fingerprint/contentOf.ts'
export {createJudging} from './verdict/createJudging.ts'
export {judge, verdictOf} from './verdict/judge.ts'
export {overlay, type World} from './verdict/worldState.ts'
export type {Reason, State, Verdict} from './verdict/verdict.ts'
export {readLog} from './world/readLog.ts'
export {loadWorld} from './world/loadWorld.ts'
export {loadCopies, candidateOf} from './world/loadCopies.ts'
export {dependantsOf} from './world/dependantsOf.ts'
export {DatasetMovedError, readProof} from './world/readProof.ts'
export {createProofChain, type ProofChain} from './proof/proofChain.ts'
export {verifyProof, type ProofResult} from './proof/verifyProof.ts'
export {signReview} from './reviewing/signReview.ts'
export type {SignRefusal, SignResult} from './reviewing/signResult.ts'
export {signMany, type SignManyRequest} from './reviewing/signMany.ts'
export {recall, type RecallResult} from './reviewing/recall.ts'
export type {SignRequest} from './reviewing/signRequest.ts'
export {publishTogether, type PublishResult} from './publishing/publishTogether.ts'
export {bringUpToDate} from './sealer/bringUpToDate.ts'
export {handleEvent} from './sealer/handleEvent.ts'
export type {SealerEvent} from './sealer/sealerEvent.ts'
export {handleEventRule, readHandledEvent} from './sealer/handleEventRule.ts'
export {startSealer, type Sealer} from './sealer/startSealer.ts'
export {findRemovedReviews} from './sealer/findRemovedReviews.ts'
export {isTombstone} from './sealer/buildSeal.ts'
export {planSeals} from './sealer/planSeals.ts'
export {personOf, readSigner, signerOf, type Signer} from './reviewing/signerOf.ts'
export {
  readReview,
  readSeal,
  reviewId,
  sealId,
  snapshotId,
  type Review,
  type Seal,
} from './model/gateDocuments.ts'
export {isApproval} from './verdict/reviewOrder.ts'
export {sealCode} from './verdict/sealCode.ts'
export {isLetThrough} from './sealer/buildIncident.ts'
export {isOpen, readCheckpoint, type Checkpoint} from './model/checkpoint.ts'
export {judgeCheckpoint, type Blocker, type CheckpointVerdict} from './verdict/judgeCheckpoint.ts'
export {fetchOpen} from './world/fetchCheckpoints.ts'
export {fetchCheckpoint, loadCheckpoint} from './world/loadCheckpoint.ts'
export type {Actor, CheckpointRefusal, CheckpointResult} from './checkpoint/checkpointResult.ts'
export {openCheckpoint, type NewCheckpoint} from './checkpoint/openCheckpoint.ts'
export {addMembers, removeMember} from './checkpoint/membership.ts'
export {abandon, setAside, takeBack, takeOver} from './checkpoint/ownership.ts'
export {mergeCheckpoints} from './checkpoint/mergeCheckpoints.ts'
export {agree} from './checkpoint/agree.ts'
export {sweep} from './sealer/sweep.ts'
export {gateSchemaTypes} from './schemas/index.ts'
