import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {createElement} from 'react'
import type {Tool} from 'sanity'
import type {Gate} from '../gate.ts'
import {IncidentsTool} from './IncidentsTool.tsx'

/** What was published past the gate, for those who administer the dataset. */
export const incidentsTool = (gate: Gate): Tool => ({
  name: 'incidents',
  title: 'Incidents',
  icon: WarningOutlineIcon,
  component: () => createElement(IncidentsTool, {model: gate.model}),
})
