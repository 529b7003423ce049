import {evaluateSync, parse} from 'groq-js'
import {runQuery} from '../../lake/groq/runQuery.ts'
import {alignedFilter, ALIGNED_ASSETS_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {ratioLine, type BenchSection} from './bench.ts'
import {
  ASSET_TYPE,
  ASSETS,
  deliveryDataset,
  LAUNCH,
  PINS,
  type DeliveryDataset,
} from './deliveryDataset.ts'
import {compare, type Contender} from './measure.ts'
import {mayBeDelivered, rememberedTime, type TimeOf} from './nativeDelivery.ts'

const SIZES = [1_000, 10_000, 100_000]
/** Beyond it one answer of unmodified groq-js takes longer than all the rest. */
const LARGEST_FOR_GROQ_JS = 1_000
const OF_LAUNCH = `*[_type == $type && references($launch)]${alignedFilter}._id`
const OF_TYPE = `${ALIGNED_ASSETS_QUERY}._id`
const params = {type: ASSET_TYPE, launch: LAUNCH}
const now = new Date('2026-11-24T12:00:00Z')
const FLOOR = 'floor: by hand over maps, each date read once'
const kept = rememberedTime()

/** A query that is timed, and the same by hand. */
interface Subject {
  query: string
  native: (dataset: DeliveryDataset, timeOf: TimeOf) => string[]
}

/** What may be delivered: the lake's evaluation beside unmodified groq-js and beside a predicate written by hand. */
export async function* groqBench(): AsyncIterable<BenchSection> {
  const datasets = SIZES.map(deliveryDataset)
  const launch = {query: OF_LAUNCH, native: deliveredOfLaunch}
  for (const [at, dataset] of datasets.entries()) {
    const size = SIZES[at] ?? 0
    const what = `${ASSETS} assets of a launch, ${PINS} pins each, among ${size} documents`
    yield {title: `${what}: may they be delivered?`, lines: await sized(launch, dataset, size)}
  }
  yield {title: 'how that grows with the documents', lines: growth(launch, datasets)}
  const type = {query: OF_TYPE, native: deliveredOfType}
  for (const [at, dataset] of datasets.entries()) {
    const title = `every asset of a type that may be delivered, among ${SIZES[at]} documents`
    yield {title, lines: await sized(type, dataset, SIZES[at] ?? 0)}
  }
  yield {title: 'one document by its id', lines: byId(datasets[1])}
}

async function sized(subject: Subject, dataset: DeliveryDataset, size: number): Promise<string[]> {
  const [expected, lake] = [subject.native(dataset, kept), await ask(subject.query, dataset)]
  const contenders: Contender[] = [
    {name: FLOOR, run: () => subject.native(dataset, kept)},
    {name: 'the same, reading dates as they come', run: () => subject.native(dataset, Date.parse)},
    {name: 'the lake', run: () => ask(subject.query, dataset)},
  ]
  const isSame = JSON.stringify(expected) === JSON.stringify(lake)
  const lines = [`${expected.length} ids, ${isSame ? 'identical' : 'NOT IDENTICAL'} in the two`]
  if (size > LARGEST_FOR_GROQ_JS) {
    return [
      ...compare(contenders).map(ratioLine),
      ...lines,
      'groq-js left out: it reads everything for each asset',
    ]
  }
  const plain = plainGroq(subject.query, dataset)
  const same = JSON.stringify(plain()) === JSON.stringify(lake)
  contenders.push({name: 'groq-js, references through a map', run: plain})
  return [
    ...compare(contenders).map(ratioLine),
    ...lines,
    `groq-js gives ${same ? 'the same' : 'OTHER'} ids`,
  ]
}

/** Median time at each size over that at the smallest, and the slope on logarithmic scales. */
function growth(subject: Subject, datasets: readonly DeliveryDataset[]): string[] {
  const contenders: [string, (dataset: DeliveryDataset) => unknown][] = [
    ['the lake', (dataset) => ask(subject.query, dataset)],
    [FLOOR, (dataset) => subject.native(dataset, kept)],
  ]
  return contenders.flatMap(([name, run]) => {
    const sizes = datasets.map((dataset, at): Contender => ({
      name: `${name}, ${SIZES[at]}`,
      run: () => run(dataset),
    }))
    const ratios = compare(sizes)
    const slope = slopeOf(
      ratios.map(({median}, at) => [Math.log(SIZES[at] ?? 1), Math.log(median)]),
    )
    return [...ratios.map(ratioLine), `exponent ${slope.toFixed(3)}`]
  })
}

function slopeOf(points: readonly [number, number][]): number {
  const mean = (at: 0 | 1): number =>
    points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const both = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return both / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

function byId(dataset: DeliveryDataset | undefined): string[] {
  if (!dataset) return []
  const {documents} = dataset
  const query = '*[_id == $id][0]{_id, title}'
  const asked = {query, params: {id: 'slide-7'}, documents, perspective: ['published'], now}
  const get = (): object => {
    const found = dataset.all.get('slide-7')
    return {_id: found?._id, title: found?.title}
  }
  return compare([
    {name: 'floor: a map', run: get},
    {name: 'the lake, as compiled before', run: () => runQuery(asked)},
  ]).map(ratioLine)
}

const ask = (query: string, {documents}: DeliveryDataset): Promise<unknown> =>
  runQuery({query, params, documents, perspective: ['published'], now})

function plainGroq(query: string, {all}: DeliveryDataset): () => unknown {
  const tree = parse(query, {params})
  const dataset = [...all.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1))
  return () => {
    const {data}: {data?: unknown} = evaluateSync(tree, {
      dataset,
      params,
      timestamp: now,
      dereference: ({_ref}) => all.get(_ref),
    })
    return data
  }
}

function deliveredOfLaunch(dataset: DeliveryDataset, timeOf: TimeOf): string[] {
  const assets = dataset.assetsOfLaunch.get(LAUNCH) ?? []
  return assets.filter((id) => mayBeDelivered(id, dataset, now.getTime(), timeOf)).toSorted()
}

function deliveredOfType(dataset: DeliveryDataset, timeOf: TimeOf): string[] {
  const ids: string[] = []
  for (const {subject} of dataset.seals.values()) {
    if (dataset.all.get(subject._ref)?._type !== ASSET_TYPE) continue
    if (mayBeDelivered(subject._ref, dataset, now.getTime(), timeOf)) ids.push(subject._ref)
  }
  return ids.toSorted()
}
