import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {OBJECTOR_AUDIENCES, OBJECTORS} from '../../schemas/choices.ts'
import {reference, references} from '../../scripts/seed/build.ts'
import {newExamples} from './examples.ts'
import {containing, startValidation} from './startValidation.ts'

/* Rules that look into other documents, each by the message that an author reads. */
let validation: Awaited<ReturnType<typeof startValidation>>
const errorsWith = (type: string, change: object): Promise<string[]> =>
  validation.errorsWith(`example-${type}`, change)
const warningsWith = (type: string, change: object): Promise<string[]> =>
  validation.warningsWith(`example-${type}`, change)

beforeAll(async () => {
  validation = await startValidation()
  const transaction = validation.clientFor('administrator').transaction()
  for (const document of newExamples) transaction.createOrReplace(document)
  await transaction.commit()
})
afterAll(() => validation.close())

/** Runs with a document of the lake changed, and puts it back. */
async function whileSet(id: string, change: object, run: () => Promise<void>): Promise<void> {
  const raw = validation.clientFor('administrator')
  const before = await raw.getDocument(id)
  await raw.patch(id).set(change).commit()
  try {
    await run()
  } finally {
    if (before) await raw.createOrReplace(before)
  }
}

describe('audiences and markets', () => {
  test('of a deck lie within those of the claims on its slides', async () => {
    expect(await errorsWith('deck', {audience: 'patient'})).toEqual(
      containing('CLM-001 is not for this audience (Patient)'),
    )
    expect(await errorsWith('deck', {markets: ['US', 'GB']})).toEqual(
      containing('CLM-001 may not be made in Great Britain'),
    )
  })

  test('of a deck and of a module that are not those of what is shown in them are pointed out', async () => {
    await whileSet('example-deckSlide', {audience: 'VAC'}, async () => {
      const said = '“Why change?”” was made for others (Value analysis committee)'
      const shown = {slides: [{_key: 'a', slide: reference('example-deckSlide')}]}
      expect(await warningsWith('deck', shown)).toEqual(containing(said))
      const practice = [{_key: 'a', asset: reference('example-deckSlide'), scenario: 'In a room.'}]
      expect(await warningsWith('lmsModule', {practice})).toEqual(containing(said))
    })
    const markets = (all: readonly string[]) => ({
      authorizations: all.map((market) => ({_key: market, market, labelStatus: 'onLabel'})),
    })
    await whileSet('claim-008', markets(['US', 'GB']), async () => {
      const shown = {slides: [{_key: 'a', slide: reference('example-deckSlide')}], markets: ['GB']}
      expect(await warningsWith('deck', shown)).toEqual(
        containing('was not made for Great Britain: make sure that it suits them'),
      )
    })
  })

  test('of a kit and a slide lie within those of the responses that they give', async () => {
    await whileSet('example-objectionResponse', {claims: references(['claim-010'])}, async () => {
      const objection = {claims: references(['claim-001']), body: []}
      expect(await errorsWith('deckSlide', objection)).toEqual(
        containing('CLM-010 is economic, and not for this audience (Health-care professional)'),
      )
      expect(await errorsWith('vacKit', {audience: 'VAC'})).toEqual([])
    })
  })

  test('an economic claim goes to those who weigh costs, whatever the claim itself says', async () => {
    const claims = references(['claim-010'])
    expect(await errorsWith('valueProposition', {claims, proofPoints: []})).toEqual(
      containing('it goes only to value analysis committees, payers and purchasing organisations'),
    )
    await whileSet('claim-010', {audiences: ['HCP', 'VAC']}, async () => {
      expect(await errorsWith('valueProposition', {claims, proofPoints: []})).toEqual(
        containing('CLM-010 is economic, and not for this audience'),
      )
    })
    const kit = {audience: 'payer', claims, proofPoints: []}
    expect(await errorsWith('valueProposition', kit)).toEqual([])
  })

  test('of a response are those of whoever raises the objection', async () => {
    expect([...OBJECTOR_AUDIENCES.keys()]).toEqual(OBJECTORS.map(({value}) => value))
    const raisedBy = (persona: string, claim = 'claim-010') =>
      errorsWith('objectionResponse', {persona, claims: references(['claim-008', claim])})
    for (const persona of ['surgeon', 'anaesthetist', 'nurse', 'infectionPrevention'])
      expect(await raisedBy(persona)).toEqual(
        containing(
          'persona: CLM-010 is economic, and not for this audience (Health-care professional)',
        ),
      )
    for (const persona of ['VAC', 'supplyChain', 'GPO', 'payer'])
      expect(await raisedBy(persona)).toEqual([])
    expect(await raisedBy('supplyChain', 'claim-012')).toEqual([])
    expect(await raisedBy('GPO', 'claim-012')).toEqual(
      containing('CLM-012 is not for this audience (Group purchasing organisation)'),
    )
  })

  test('of a module are not asked of what its rubric coaches besides', async () => {
    const [criterion] = newExamples.flatMap(({_id, criteria}) =>
      _id === 'example-coachingRubric' && Array.isArray(criteria) ? criteria.map(Object) : [],
    )
    const criteria = [{...criterion, anchor: reference('claim-010')}]
    await whileSet('example-coachingRubric', {criteria}, async () => {
      expect(await errorsWith('lmsModule', {})).toEqual([])
      expect(await errorsWith('coachingRubric', {})).toEqual(
        containing('CLM-010 is economic, and not for this audience'),
      )
    })
  })
})

describe('evidence that was retracted', () => {
  test('is an error on every road that leads to it', async () => {
    await whileSet('evidence-4', {status: 'retracted'}, async () => {
      const through = 'CLM-008 rests on retracted evidence (Bench report: sound)'
      for (const [type, path] of [
        ['deckSlide', 'claims'],
        ['deckSlide', 'objectionResponses'],
        ['vacKit', 'objectionResponses'],
        ['valueProposition', 'proofPoints'],
        ['messagingPlatform', 'valuePropositions'],
        ['messagingPlatform', 'objectionResponses'],
        ['lmsModule', 'practice.[].asset'],
        ['lmsModule', 'practice.[].scoredWith'],
        ['launch', 'platform'],
        ['brief', 'platform'],
        ['coachingRubric', 'criteria.[].anchor'],
      ] as const) {
        const found = (await errorsWith(type, {})).filter((each) => each.startsWith(`${path}: `))
        expect({type, path, found}).toEqual({type, path, found: containing('retracted evidence')})
      }
      expect(await errorsWith('deckSlide', {})).toEqual(containing(through))
      const slides = [{_key: 'a', _type: 'deckEntry', slide: reference('slide-09'), use: 'core'}]
      expect(await errorsWith('deck', {slides})).toEqual(containing(through))
      expect(await errorsWith('proofPoint', {})).toEqual(
        containing('Bench report: sound has been retracted: choose other evidence'),
      )
    })
  })

  test('is no error any more once it stands again', async () => {
    expect(await errorsWith('deckSlide', {})).toEqual([])
  })

  test('what is in doubt is pointed out where it is cited', async () => {
    await whileSet('evidence-4', {status: 'expressionOfConcern'}, async () => {
      const words = 'Bench report: sound is marked “Expression of concern”'
      expect(await warningsWith('proofPoint', {})).toEqual(containing(words))
      expect(await validation.warningsWith('claim-008', {})).toEqual(containing(words))
      expect(await errorsWith('proofPoint', {})).toEqual([])
    })
  })
})

describe('a proof point', () => {
  test('names an endpoint of its evidence, and only one', async () => {
    expect(await errorsWith('proofPoint', {metric: {endpoint: 'Sound'}})).toEqual(
      containing('Bench report: sound has no such endpoint'),
    )
    const endpoint = {_type: 'endpoint', name: 'Sound', type: 'primary', result: '34 vs 49 dBA'}
    const endpoints = [
      {...endpoint, _key: 'a', timepoint: 'Start'},
      {...endpoint, _key: 'b', timepoint: 'After an hour'},
    ]
    await whileSet('evidence-4', {study: {n: 10, endpoints}}, async () => {
      const headline = '34 vs 49 dBA'
      expect(await errorsWith('proofPoint', {headline, metric: {endpoint: 'Sound'}})).toEqual(
        containing('at several time points: say which one'),
      )
      const metric = {endpoint: 'Sound', timepoint: 'Start'}
      expect(await errorsWith('proofPoint', {headline, metric})).toEqual([])
    })
  })

  test('says no number but those of the endpoint', async () => {
    expect(await errorsWith('proofPoint', {headline: '33 vs 49 dBA at 1 m'})).toEqual(
      containing('The endpoint does not say 33: take the numbers from it'),
    )
    expect(await errorsWith('proofPoint', {differentiation: 'Quieter by 15 dBA'})).toEqual([])
    expect(await errorsWith('proofPoint', {differentiation: 'Quieter by 16.5 dBA'})).toEqual(
      containing('does not say 16.5'),
    )
    expect(await errorsWith('proofPoint', {metric: undefined})).toEqual(
      containing('Choose the endpoint that says 34, 49'),
    )
    const words = {headline: 'Quieter on the bench; 510(k) cleared', metric: undefined}
    expect(await errorsWith('proofPoint', words)).toEqual([])
  })

  test('keeps results that are set against each other in their order', async () => {
    expect(await errorsWith('proofPoint', {headline: '49 vs 34 dBA at 1 m'})).toEqual(
      containing('The endpoint says it the other way round (34 vs 49): keep its order'),
    )
    expect(await errorsWith('proofPoint', {headline: '34, not 49 dBA at 1 m'})).toEqual([])
  })

  test('takes no number from the key under which its endpoint stands', async () => {
    const endpoint = {_key: 'a33b7', _type: 'endpoint', name: 'Sound', result: '34 vs 49 dBA'}
    await whileSet('evidence-4', {study: {n: 10, endpoints: [endpoint]}}, async () => {
      const metric = {endpoint: 'Sound'}
      expect(await errorsWith('proofPoint', {headline: '33 dBA', metric})).toEqual(
        containing('The endpoint does not say 33'),
      )
    })
  })

  test('is taken from what its claim rests on', async () => {
    expect(await errorsWith('proofPoint', {claim: reference('claim-009')})).toEqual(
      containing('CLM-009 does not rest on Bench report: sound'),
    )
  })
})

describe('a deck', () => {
  const entry = (slide: string, use = 'core') => ({
    _key: slide,
    _type: 'deckEntry',
    slide: reference(slide),
    use,
  })

  test('has a slide with the risk information', async () => {
    expect(await errorsWith('deck', {slides: [entry('slide-03')]})).toEqual(
      containing('Add a slide of the kind “Risk information”'),
    )
    expect(await errorsWith('deck', {slides: [entry('slide-03'), entry('slide-10')]})).toEqual([])
  })

  test('is given it by words, not by a kind alone', async () => {
    const empty = {kind: 'riskInformation', body: []}
    expect(await errorsWith('deckSlide', empty)).toEqual(containing('Give the risk information'))
    expect(await errorsWith('deckSlide', {...empty, kind: 'close'})).toEqual([])
    const blank = [{_key: 'a', _type: 'block', children: [{_key: 'b', _type: 'span', text: '  '}]}]
    expect(await errorsWith('deckSlide', {...empty, body: blank})).toEqual(
      containing('Give the risk information'),
    )
  })

  test('always shows it', async () => {
    expect(await warningsWith('deck', {slides: [entry('slide-10', 'backup')]})).toEqual(
      containing('may be left out: make it core'),
    )
    expect(await warningsWith('deck', {slides: [entry('slide-10')]})).toEqual([])
  })
})

describe('practice', () => {
  const practising = (asset: string) =>
    errorsWith('lmsModule', {
      practice: [
        {_key: 'a', _type: 'practiceStep', asset: reference(asset), scenario: 'In the theatre.'},
      ],
    })

  test('is built on the final tool itself', async () => {
    expect(await practising('claim-008')).toEqual(containing('choose it, not a stand-in'))
    expect(await practising('example-leaveBehind')).toEqual([])
  })

  test('is not built on what is no longer carried', async () => {
    await whileSet('example-leaveBehind', {expiresOn: '2026-01-31'}, async () => {
      expect(await practising('example-leaveBehind')).toEqual(
        containing('last in force on 2026-01-31: practise with what reps carry now'),
      )
    })
  })
})

describe('a brief', () => {
  test('is the only one of its launch', async () => {
    const said = containing('launch: The launch has a brief already')
    expect(await errorsWith('brief', {})).toEqual([])
    expect(await errorsWith('brief', {launch: reference('launch-kelvane')})).toEqual(said)
    const raw = validation.clientFor('administrator')
    const other = {_type: 'brief', launch: reference('example-launch')}
    await raw.create({...other, _id: 'drafts.another-brief'})
    expect(await errorsWith('brief', {})).toEqual(said)
    await raw.delete('drafts.another-brief')
    await raw.create({...other, _id: 'drafts.example-brief'})
    expect(await errorsWith('brief', {})).toEqual([])
    await raw.delete('drafts.example-brief')
  })

  test('that a lead has not agreed to as it stands says so, and is no error', async () => {
    const where = 'Once it is published they agree on the page of the launch’s checkpoint'
    expect(await warningsWith('brief', {agreed: []})).toEqual(
      containing(
        `agreed: Not agreed to as it stands here by Mirela Vance and Tobias Ekwueme. ${where}`,
      ),
    )
    expect(await errorsWith('brief', {agreed: []})).toEqual([])
  })

  test('is agreed to as long as it says the same', async () => {
    expect(await validation.warningsWith('brief-kelvane', {})).toEqual([])
    expect(await validation.warningsWith('brief-kelvane', {kickOff: {on: '2026-10-01'}})).toEqual(
      [],
    )
    expect(await validation.warningsWith('brief-kelvane', {objectives: ['Another']})).toEqual(
      containing('Not agreed to as it stands here by Mirela Vance and Tobias Ekwueme'),
    )
  })
})

test('an account belongs to one person', async () => {
  const account = await validation
    .clientFor('administrator')
    .fetch<string>('*[_id == "person-training"][0].accountId')
  expect(await validation.errorsWith('person-author', {accountId: account})).toEqual(
    containing('Another person signs with this account'),
  )
  expect(await validation.errorsWith('person-author', {})).toEqual([])
})

test('a study names each endpoint once, and its registration as the registry does', async () => {
  const endpoint = {_type: 'endpoint', name: 'Sound', type: 'primary', result: '34 dBA'}
  const endpoints = [
    {...endpoint, _key: 'a'},
    {...endpoint, _key: 'b'},
  ]
  expect(await validation.errorsWith('evidence-4', {study: {endpoints}})).toEqual(
    containing('An endpoint stands here twice at the same time point'),
  )
  const registrations = [
    {_key: 'a', _type: 'registration', registry: 'ClinicalTrials.gov', id: 'NCT123'},
  ]
  expect(await validation.errorsWith('evidence-4', {registrations})).toEqual(
    containing('NCT and eight digits'),
  )
})

test('a clearance is told in the words of its own market', async () => {
  const clearances = [
    {_key: 'a', _type: 'clearance', market: 'EU', pathway: '510kCleared', number: 'K000000'},
  ]
  expect(await validation.errorsWith('product-kelvane', {clearances})).toEqual(
    containing('“510(k) cleared” is not said in this market'),
  )
  const said = (change: object) =>
    validation.errorsWith('product-kelvane', {clearances: [{...clearances[0], ...change}]})
  expect(await said({market: 'US', pathway: 'ceMarked'})).toEqual(
    containing('“CE marked” is not said in this market'),
  )
  expect(await said({market: 'US', deviceClass: 'IIa'})).toEqual(
    containing('United States has no Class IIa: choose Class I, Class II, Class III'),
  )
  for (const market of [
    {market: 'EU', pathway: 'ceMarked', deviceClass: 'IIb'},
    {market: 'GB', pathway: 'ceMarked', deviceClass: 'IIa'},
    {market: 'CA', pathway: 'medicalDeviceLicence', deviceClass: 'IV'},
    {market: 'AU', pathway: 'artgIncluded', deviceClass: 'I'},
  ])
    expect(await said(market)).toEqual([])
})

test('nothing of another product stands beside the risks, the label or the launch of one', async () => {
  const raw = validation.clientFor('administrator')
  const other = {
    ...(await raw.getDocument('product-kelvane')),
    _id: 'product-other',
    _type: 'product',
  }
  const {_rev, ...created} = {_rev: '', ...other}
  await raw.createOrReplace(created)
  const product = reference('product-other')
  expect(await warningsWith('leaveBehind', {riskInformation: product})).toEqual(
    containing('CLM-008 is about another product: choose that one here'),
  )
  expect(await warningsWith('vacKit', {riskInformation: product})).toEqual(
    containing('is about another product'),
  )
  expect(await warningsWith('messagingPlatform', {product})).toEqual(
    containing('CLM-008 is about another product'),
  )
  expect(await warningsWith('launch', {product})).toEqual(
    containing('The messaging platform is about another product'),
  )
  expect(await validation.errorsWith('claim-008', {product})).toEqual(
    containing('is about another product'),
  )
  await raw.delete('product-other')
})

test('the levels of a rubric are one scale', async () => {
  const levels = (labels: readonly string[]) =>
    labels.map((label) => ({_key: label, label, descriptor: 'As heard.'}))
  const criterion = (weight: number, labels: readonly string[]) => ({
    _key: labels.join(),
    _type: 'criterion',
    behaviour: 'Says it as approved',
    anchor: reference('claim-008'),
    levels: levels(labels),
    weight,
  })
  const [four, other] = [
    ['A', 'B', 'C', 'D'],
    ['A', 'B', 'C', 'E'],
  ]
  expect(
    await errorsWith('coachingRubric', {criteria: [criterion(50, four), criterion(50, other)]}),
  ).toEqual(containing('not the same in every criterion: name them A, B, C, D'))
  const alike = {...criterion(50, four), _key: 'again'}
  expect(await errorsWith('coachingRubric', {criteria: [criterion(50, four), alike]})).toEqual([])
})

test.each(['understand', 'Realize', 'knows', 'be aware of', 'understanding'])(
  'an objective is what can be observed, and “%s” cannot',
  async (verb) => {
    const {objectives} = (await validation
      .clientFor('administrator')
      .getDocument('example-lmsModule')) ?? {objectives: []}
    expect(await errorsWith('lmsModule', {objectives: [{...objectives[0], verb}]})).toEqual(
      containing('choose a verb that can be observed'),
    )
  },
)
