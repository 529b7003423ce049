import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {contentOf, createJudging, verdictOf, type World} from '../../plugins/claim-gate/node.ts'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {dependantsIn, usersIn} from '../../plugins/claim-gate/verdict/dependantsIn.ts'
import {statement} from '../../plugins/claim-gate/fixtures/trialWorld.ts'
import {ratioLine, type BenchSection} from './bench.ts'
import {afresh, judgeWorld} from './judgeWorld.ts'
import {compare} from './measure.ts'

const SIZES = [1_000, 10_000, 100_000]

/** Verdicts: a whole world that nothing is known of, and one change in a world that is known. */
export function* judgeBench(): Iterable<BenchSection> {
  const worlds = SIZES.map(judgeWorld)
  for (const [at, world] of worlds.entries()) {
    yield {title: `${SIZES[at]} documents, nothing known of any`, lines: cold(world)}
  }
  yield {
    title: 'one statement edited, and judged again with what rests on it',
    lines: edits(worlds),
  }
}

function cold(world: World): string[] {
  const last = [...world.documents.keys()].at(-1) ?? ''
  const behind = createJudging(trialModel, world).standing(last)?.closure.members.keys() ?? []
  const forget = forgetting(world, [last, ...behind])
  const ratios = compare([
    {
      name: 'floor: every reference of every document read',
      run: () => everyReference(afresh(world)),
    },
    {name: 'one cold verdict (wanted: at most the floor)', run: () => judgeAll(forget(), [last])},
    {name: 'every fingerprint', run: () => everyContent(afresh(world))},
    {name: 'every verdict', run: () => judgeAll(afresh(world), world.documents.keys())},
  ])
  return [...ratios.map(ratioLine), `${judgeAll(world, world.documents.keys())} aligned`]
}

/** Gives the same world each time, in which nothing is known of these documents. */
function forgetting(world: World, ids: readonly string[]): () => World {
  const documents = new Map(world.documents)
  return () => {
    for (const id of ids) {
      const document = documents.get(id)
      if (document) documents.set(id, {...document})
    }
    return {...world, documents}
  }
}

/** Without it nobody can say whether anything changed. */
function everyContent({documents}: World): number {
  let characters = 0
  documents.forEach((document) => (characters += contentOf(trialModel, document).json.length))
  return characters
}

/** Who only asks whether what is referred to exists has to do this much. */
function everyReference({documents}: World): number {
  let found = 0
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (isRecord(value)) {
      if (typeof value._ref === 'string' && documents.has(value._ref)) found += 1
      Object.values(value).forEach(walk)
    }
  }
  documents.forEach(walk)
  return found
}

function judgeAll(world: World, ids: Iterable<string>): number {
  const judging = createJudging(trialModel, world)
  let aligned = 0
  for (const id of ids) {
    const standing = judging.standing(id)
    if (standing && verdictOf(judging, standing).state === 'aligned') aligned += 1
  }
  return aligned
}

function edits(worlds: readonly World[]): string[] {
  const contenders = worlds.map((world, at) => {
    const users = usersIn(trialModel, world)
    const touched = ['c1', ...dependantsIn(users, ['c1'])]
    const documents = new Map(world.documents)
    let turn = 0
    return {
      name: `among ${SIZES[at]}, ${touched.length - 1} rest on it`,
      run: () => {
        documents.set('c1', statement('c1', `Edited ${(turn += 1)}`, ['e7']))
        return judgeAll({...world, documents}, ['c1', ...dependantsIn(users, ['c1'])])
      },
    }
  })
  const ratios = compare(contenders)
  const [first, last] = [ratios[0]?.micros ?? 1, ratios.at(-1)?.micros ?? 1]
  const growth = Math.log(last / first) / Math.log((SIZES.at(-1) ?? 1) / (SIZES[0] ?? 1))
  return [...ratios.map(ratioLine), `exponent ${growth.toFixed(3)}`]
}
