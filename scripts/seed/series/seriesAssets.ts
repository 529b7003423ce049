import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import type {Claims} from './claimWords.ts'
import {seriesDeck, seriesLeaveBehind, seriesVacKit} from './seriesCopies.ts'
import {seriesSlides} from './seriesSlides.ts'
import {seriesModule, seriesRubric} from './seriesTraining.ts'
import {settingOf, SETTINGS} from './settings.ts'

/** With it begins the id of every asset of a series. */
export const SERIES_PREFIX = 'series-'

/** Assets of one series. */
export const EACH = 20
/** "series-007" of all that belongs to it. */
export const seriesOf = ({_id}: GateDocument): string => _id.slice(0, SERIES_PREFIX.length + 3)

/** How many assets there are words for. */
export const MOST_ASSETS = SETTINGS * EACH

/**
 * The first so many assets of all series, what they rest on before them: always the same ones for the same claims. Of
 * twenty, fifteen are slides; each of the others is of a type of its own.
 */
export function seriesAssets(count: number, claims: Claims): GateDocument[] {
  return Array.from({length: Math.ceil(count / EACH)}, (_, series) => assetsOf(series, claims))
    .flat()
    .slice(0, count)
    .map((asset, at) => ({...asset, materialCode: `OS-KEL-S${String(at + 1).padStart(4, '0')}`}))
}

function assetsOf(series: number, claims: Claims): GateDocument[] {
  const prefix = `${SERIES_PREFIX}${String(series + 1).padStart(3, '0')}`
  const setting = settingOf(series)
  const slides = seriesSlides(prefix, setting, claims)
  const deck = seriesDeck(prefix, setting, slides)
  const rubric = seriesRubric(prefix, setting)
  return [
    ...slides,
    deck,
    rubric,
    seriesLeaveBehind(prefix, setting, claims),
    seriesVacKit(prefix, setting, claims),
    seriesModule(prefix, setting, claims, {deck, rubric}),
  ]
}
