import {hash} from 'node:crypto'
import canonicalize from 'canonicalize'
import {gateOptions} from '../../claimGate.config.ts'
import {portableSha256Hex} from '../../plugins/claim-gate/fingerprint/sha256Hex.ts'
import {contentOf, createGateModel, type GateDocument} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {slides} from '../seed/slides.ts'
import {ratioLine, type BenchSection} from './bench.ts'
import {compare, type Ratio} from './measure.ts'

const SIZES = [1, 10, 100]
const model = createGateModel(schemaTypes, gateOptions)

/** Fingerprint against its floor, which neither canonicalises nor knows what is material, and against the libraries. */
export function* fingerprintBench(): Iterable<BenchSection> {
  for (const size of SIZES) {
    const ratios = compareAt(slideOf(size * 1024))
    yield {title: `fingerprint of ${size} KB`, lines: ratios.map(ratioLine)}
  }
}

function compareAt(document: GateDocument): Ratio[] {
  return compare([
    {
      name: 'floor: JSON.stringify + native SHA-256',
      run: () => hash('sha256', JSON.stringify(document), 'hex'),
    },
    // A new object each time: what is known of a document stays known for as long as that object lives.
    {name: 'fingerprint', run: () => contentOf(model, {...document}).fingerprint},
    {name: 'canonicalize + noble', run: () => portableSha256Hex(canonicalize(document) ?? '')},
  ])
}

/** A slide of the demo launch whose text goes on until its JSON has so many bytes. */
function slideOf(bytes: number): GateDocument {
  const slide = slides[8]
  if (!slide || !Array.isArray(slide.body)) throw new Error('The demo launch has no ninth slide')
  const blocks: unknown[] = slide.body
  const body: unknown[] = []
  const document = {...slide, body}
  for (let at = 0; JSON.stringify(document).length < bytes; at++)
    body.push(structuredClone(blocks[at % blocks.length]))
  return document
}
