import {coachingRubric} from './assets/coachingRubric.ts'
import {deck} from './assets/deck.ts'
import {deckSlide} from './assets/deckSlide.ts'
import {leaveBehind} from './assets/leaveBehind.ts'
import {lmsModule} from './assets/lmsModule.ts'
import {vacKit} from './assets/vacKit.ts'
import {completion} from './fieldwork/completion.ts'
import {deckWalk} from './fieldwork/deckWalk.ts'
import {fieldObservation} from './fieldwork/fieldObservation.ts'
import {legacyMaterial} from './fieldwork/legacyMaterial.ts'
import {brief} from './launch/brief.ts'
import {launch} from './launch/launch.ts'
import {person} from './launch/person.ts'
import {endpoint} from './objects/endpoint.ts'
import {locator} from './objects/locator.ts'
import {richText} from './objects/richText.ts'
import {substantiation} from './objects/substantiation.ts'
import {claim} from './platform/claim.ts'
import {evidence} from './platform/evidence.ts'
import {indication} from './platform/indication.ts'
import {messagingPlatform} from './platform/messagingPlatform.ts'
import {objectionResponse} from './platform/objectionResponse.ts'
import {product} from './platform/product.ts'
import {proofPoint} from './platform/proofPoint.ts'
import {valueProposition} from './platform/valueProposition.ts'

/** Every type of Throughline; the gate adds its own. */
export const schemaTypes = [
  product,
  indication,
  evidence,
  claim,
  proofPoint,
  objectionResponse,
  valueProposition,
  messagingPlatform,
  launch,
  brief,
  person,
  deckSlide,
  deck,
  leaveBehind,
  vacKit,
  lmsModule,
  coachingRubric,
  deckWalk,
  fieldObservation,
  completion,
  legacyMaterial,
  locator,
  substantiation,
  endpoint,
  richText,
]
