import {expect, test} from 'vitest'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {leaveBehind} from './assets/leaveBehind.ts'
import {vacKit} from './assets/vacKit.ts'
import {claims} from './claims.ts'
import {objectionResponses} from './platform/objectionResponses.ts'
import {product} from './product.ts'
import {slides} from './slides.ts'
import {module1} from './training/module1.ts'
import {module2} from './training/module2.ts'
import {module3} from './training/module3.ts'

/* What has to be said of risks is said wherever it has to be, and in one wording. */
const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

/** Paragraphs of a text, each as it is read. */
const readOf = (body: unknown): string[] =>
  listOf(body).map(({children}) =>
    listOf(children)
      .map(({text}) => String(text))
      .join(''),
  )

/** Members of a list of a document, each under a name of its own. */
const partsOf = (document: Readonly<Record<string, unknown>>, list: string) =>
  listOf(document[list]).map(({_key, ...part}) => ({
    ...part,
    _id: `${String(document._id)} ${String(_key)}`,
  }))

const parts: readonly Record<string, unknown>[] = [
  ...slides,
  ...partsOf(leaveBehind, 'sections'),
  ...partsOf(vacKit, 'sections'),
  ...[module1, module2, module3].flatMap((module) => partsOf(module, 'lessons')),
  ...objectionResponses.map(({respond, ...answer}) => ({...answer, body: respond})),
]

test('the slide with the risk information gives all that of the product, word for word', () => {
  const [slide, ...others] = slides.filter(({kind}) => kind === 'riskInformation')
  expect(others).toEqual([])
  expect(readOf(slide?.body).join(' ')).toContain(product.riskInformation)
})

test.each(parts.map((part) => [String(part._id), part] as const))(
  '%s gives the risks of its claims in the same breath, and each once',
  (_id, {claims: named, body}) => {
    const ids = listOf(named).map(({_ref}) => _ref)
    const risks = claims
      .filter((claim) => ids.includes(claim._id) && typeof claim.riskInformation === 'string')
      .map(({riskInformation}) => String(riskInformation))
    const read = readOf(body).join(' ').toLowerCase()
    const times = risks.map((risk) => [risk, read.split(risk.toLowerCase()).length - 1])
    expect(times).toEqual(risks.map((risk) => [risk, 1]))
  },
)

test('the product was cleared after its number was given', () => {
  const [cleared] = listOf(product.clearances)
  const year = Number(String(cleared?.number).replace(/^K(\d\d)\d{4}$/u, '20$1'))
  expect(year).toBeLessThanOrEqual(Number(String(cleared?.date).slice(0, 4)))
})
