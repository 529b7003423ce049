import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {reference} from '../build.ts'
import {brief, launch, type LaunchDocuments, type LaunchPeople} from '../launch/launch.ts'

/** The launch that every whole series belongs to. */
export const SERIES_LAUNCH = 'launch-kelvane-settings'
const SERIES_BRIEF = 'brief-kelvane-settings'
const TITLE = 'Kelvane, setting by setting'

/** The launch and its brief, led by those who lead the demo launch. */
export const seriesLaunch = (people: LaunchPeople): LaunchDocuments => ({
  launch: {...launch(people), _id: SERIES_LAUNCH, title: TITLE},
  brief: {...brief(people, []), _id: SERIES_BRIEF, launch: reference(SERIES_LAUNCH)},
})

/** An asset of a series as it goes out with the launch. */
export const inSeriesLaunch = (asset: GateDocument): GateDocument => ({
  ...asset,
  launch: reference(SERIES_LAUNCH),
  ...(asset._type === 'lmsModule' ? {brief: reference(SERIES_BRIEF)} : {}),
})

/** The title of the checkpoint through which a series first goes out: "Kelvane, setting by setting: series-007". */
export const seriesCheckpoint = (series: string): string => `${TITLE}: ${series}`
