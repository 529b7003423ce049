/** Runs the dependency rules and fails when nothing was visited: a checker that sees no module passes every rule. */
import {cruise} from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const ROOMS = [
  'plugins',
  'lake',
  'schemas',
  'studio',
  'scripts',
  'tests',
  'functions',
  'sanity.config.ts',
  'claimGate.config.ts',
  'sanity.blueprint.ts',
]

const config = await extractDepcruiseConfig('./.dependency-cruiser.cjs')
const result = await cruise(
  ROOMS,
  {ruleSet: config, ...config.options, validate: true, outputType: 'err'},
  undefined,
  {tsConfig: extractTSConfig('tsconfig.json')},
)
const report = (typeof result.output === 'string' ? result.output : '').trim()
const visited = /(\d+) modules/u.exec(report)?.[1] ?? '0'
console.log(report)
process.exitCode = result.exitCode > 0 || Number(visited) === 0 ? 1 : 0
