import {StackCompactIcon} from '@sanity/icons/StackCompact'
import {createElement} from 'react'
import type {Tool} from 'sanity'
import {route} from 'sanity/router'
import type {Gate} from '../gate.ts'
import {CHECKPOINT_INTENT} from '../inspector/CheckpointLink.tsx'
import {CheckpointsTool} from './CheckpointsTool.tsx'

/** What goes out together: a list, and a page for each checkpoint. */
export const checkpointsTool = (gate: Gate): Tool => ({
  name: 'checkpoints',
  title: 'Checkpoints',
  icon: StackCompactIcon,
  component: () => createElement(CheckpointsTool, {model: gate.model}),
  router: route.create('/', [route.create('/:checkpoint')]),
  canHandleIntent: (intent) => intent === CHECKPOINT_INTENT,
  getIntentState: (_intent, params) => ({checkpoint: params.id}),
})
