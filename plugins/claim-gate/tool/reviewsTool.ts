import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {createElement} from 'react'
import type {Tool} from 'sanity'
import type {Gate} from '../gate.ts'
import {ReviewsTool} from './ReviewsTool.tsx'

/** What waits for the signature of the person at the Studio, in a place of its own. */
export const reviewsTool = (gate: Gate): Tool => ({
  name: 'reviews',
  title: 'Reviews',
  icon: CheckmarkCircleIcon,
  component: () => createElement(ReviewsTool, {model: gate.model}),
})
