import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CommentIcon} from '@sanity/icons/Comment'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {SyncIcon} from '@sanity/icons/Sync'
import {UsersIcon} from '@sanity/icons/Users'
import type {ComponentType} from 'react'
import type {State} from '../verdict/verdict.ts'

/** How a state looks: told by icon and tone as well as by its word. */
export interface StateLook {
  icon: ComponentType
  tone: 'positive' | 'caution' | 'critical' | 'primary'
}

const LOOKS: Record<State, StateLook> = {
  withdrawn: {icon: CloseCircleIcon, tone: 'critical'},
  changesRequested: {icon: CommentIcon, tone: 'critical'},
  unreviewed: {icon: EyeOpenIcon, tone: 'caution'},
  changed: {icon: EditIcon, tone: 'caution'},
  expired: {icon: ClockIcon, tone: 'critical'},
  stale: {icon: WarningOutlineIcon, tone: 'critical'},
  inReview: {icon: UsersIcon, tone: 'primary'},
  waiting: {icon: SyncIcon, tone: 'primary'},
  aligned: {icon: CheckmarkCircleIcon, tone: 'positive'},
}

export const stateLook = (state: State): StateLook => LOOKS[state]
