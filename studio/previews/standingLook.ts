import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import type {ComponentType, CSSProperties} from 'react'
import type {ClaimStanding} from '../matching/claimStanding.ts'

interface StandingLook {
  word: string
  icon: ComponentType<{'aria-label'?: string; style?: CSSProperties}>
  tone: 'positive' | 'caution' | 'critical'
}

const LOOKS: Record<ClaimStanding, StandingLook> = {
  inForce: {word: 'In force', icon: CheckmarkCircleIcon, tone: 'positive'},
  changing: {word: 'In force, being changed', icon: EditIcon, tone: 'caution'},
  notInForce: {word: 'Not in force', icon: CloseCircleIcon, tone: 'critical'},
  unpublished: {word: 'Not published', icon: EyeOpenIcon, tone: 'caution'},
}

/** How the standing of a claim is told: by word, icon and tone. */
export const standingLook = (standing: ClaimStanding): StandingLook => LOOKS[standing]
