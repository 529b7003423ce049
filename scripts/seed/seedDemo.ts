import type {SanityClient} from '@sanity/client'
import {bringUpToDate, type GateDocument, type GateModel} from '../../plugins/claim-gate/node.ts'
import {requiredRoles} from '../../plugins/claim-gate/model/requiredRoles.ts'
import {PERSONAS, SEALER} from '../lake/personas.ts'
import {LEAVE_BEHIND} from './assets/leaveBehind.ts'
import {dayFromToday} from './build.ts'
import {castOf} from './cast.ts'
import {claimDraft} from './claims.ts'
import {beforeCorrection} from './correction.ts'
import {firstWave, secondWave, sources} from './demoDocuments.ts'
import {LAUNCH} from './launch/launch.ts'
import {uploadPictures, withPicture} from './pictures/uploadPictures.ts'
import {messagingPlatform} from './platform/messagingPlatform.ts'
import type {Publishing} from './publishMany.ts'
import {putFieldwork} from './putFieldwork.ts'
import {assertMayAgree, demoLaunch, putLaunch} from './putLaunch.ts'
import {putPeople, type Signatory} from './putPeople.ts'
import {throughCheckpoint, upToCheckpoint, type Owner} from './throughCheckpoint.ts'

export interface SeedOptions {
  /** A client with the account's own token, so that authorship is real. */
  clientFor: (accountId: string) => SanityClient
  model: GateModel
  onProgress: (line: string) => void
  /** Who may sign; the personas of the embedded lake when absent. */
  people?: readonly Signatory[]
}

/**
 * Puts the demo launch into an empty dataset through the gate: the author writes, each role signs with its person's own
 * token, and what belongs together goes out together, in checkpoints. The problems of the launch are left in. Goes on
 * where an earlier run was interrupted.
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const {clientFor, model, onProgress, people = PERSONAS} = options
  const author = clientFor('author')
  const cast = castOf(model, people, clientFor)
  await assertMayAgree(cast.leads)
  await putPeople(clientFor('administrator'), people)
  const {owner, signers} = cast
  const publishing = {model, author, signers, onProgress}
  const platform = [...sources, messagingPlatform(cast.people.owner)]
  const [pictures] = await Promise.all([
    uploadPictures(author),
    throughCheckpoint(publishing, owner, {
      title: 'Messaging platform',
      kind: 'change',
      documents: platform.map(beforeCorrection),
    }),
  ])
  onProgress(`Demo launch: messaging platform of ${platform.length} documents is out`)
  await putLaunch(author, model, demoLaunch(cast.people), cast.leads)
  const wave = firstWave.map((document) => withPicture(document, pictures))
  await throughCheckpoint(publishing, owner, {
    title: 'Launch, wave 1',
    kind: 'launch',
    group: LAUNCH,
    documents: wave.map(beforeCorrection),
  })
  onProgress(`Demo launch: wave 1 of ${wave.length} assets is out`)
  await throughCheckpoint(
    publishing,
    owner,
    {
      title: 'E4 corrected: 34 dBA, not 33',
      kind: 'change',
      documents: [...platform, ...wave].filter(isCorrected),
    },
    {
      id: LEAVE_BEHIND,
      reason: 'Printed stock is called back; the reprint is set and not yet reviewed.',
    },
  )
  await leaveProblems(publishing, owner)
  const ids = [...platform, ...wave].map(({_id}) => _id)
  await bringUpToDate(clientFor(SEALER), model, ids)
  await putFieldwork(cast.coach, model, cast.people.owner)
  onProgress('Demo launch: complete, with its open ends')
}

/** What quotes E4 and was published before its correction; the leave-behind has not been corrected. */
const isCorrected = (document: GateDocument): boolean =>
  document._id !== LEAVE_BEHIND && beforeCorrection(document) !== document

/** Who have signed the training of wave 2. */
const OF_THE_TEAM = ['marketing', 'training']

/** Wave 2 waits for its training, and the registry's rate is about to fall. */
async function leaveProblems(publishing: Publishing, owner: Owner): Promise<void> {
  const {model} = publishing
  await upToCheckpoint(
    publishing,
    owner,
    {
      title: 'Launch, wave 2',
      kind: 'launch',
      group: LAUNCH,
      dueOn: dayFromToday(10),
      documents: secondWave,
    },
    (document) =>
      requiredRoles(model, document).filter(
        (role) => document._type === 'vacKit' || OF_THE_TEAM.includes(role),
      ),
  )
  await upToCheckpoint(
    publishing,
    owner,
    {
      title: 'CLM-004: the registry’s rate falls',
      kind: 'change',
      dueOn: dayFromToday(7),
      documents: [claimDraft],
    },
    () => [],
  )
}
