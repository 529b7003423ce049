import {deckSlide} from './assets/deckSlide.ts'
import {person} from './launch/person.ts'
import {endpoint} from './objects/endpoint.ts'
import {locator} from './objects/locator.ts'
import {richText} from './objects/richText.ts'
import {substantiation} from './objects/substantiation.ts'
import {claim} from './platform/claim.ts'
import {evidence} from './platform/evidence.ts'
import {indication} from './platform/indication.ts'
import {product} from './platform/product.ts'

/** Every type of Throughline; the gate adds its own. */
export const schemaTypes = [
  product,
  indication,
  evidence,
  claim,
  deckSlide,
  person,
  locator,
  substantiation,
  endpoint,
  richText,
]
