import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {ACCOUNT_TYPES, OBSERVATION_SOURCES, titleOf} from '../choices.ts'
import {previewLine} from '../previewLine.ts'
import {dayField} from './dayField.ts'
import {sealCodeField} from './inForceFields.ts'
import {launchField} from './launchField.ts'
import {observedMessages} from './observedMessages.ts'
import {possibleComplaint} from './possibleComplaint.ts'
import {wasInForce} from './rubricInForce.ts'
import {saidField} from './saidField.ts'
import {speakerFields} from './speakerFields.ts'
import {orderedBy} from '../orderedBy.ts'

const occasion = [
  defineField({
    name: 'source',
    title: 'Source',
    type: 'string',
    group: 'context',
    options: {list: OBSERVATION_SOURCES},
    description: 'How it came to be known; the three are counted apart.',
    validation: (rule) => rule.required().error('Say how it came to be known.'),
  }),
  dayField({
    name: 'observedOn',
    title: 'Observed on',
    description: 'The day of the conversation: it decides which wording was in force.',
    needed: 'Say on which day it was.',
  }),
  ...speakerFields,
  defineField({
    name: 'accountType',
    title: 'Type of account',
    type: 'string',
    group: 'context',
    options: {list: ACCOUNT_TYPES},
    description: 'What kind of customer it was. Never its name, and no details of patients.',
  }),
]

const copyCarried = defineField({
  name: 'copyCarried',
  title: 'Copy carried',
  type: 'object',
  group: 'messages',
  description: 'What was in their hands: the code on it says whether it was in force.',
  options: {columns: 2},
  fields: [
    sealCodeField({name: 'code', description: 'As it is printed on the copy; empty without one.'}),
    defineField({
      name: 'modified',
      title: 'Modified',
      type: 'boolean',
      description: 'Something had been added to it, taken out or written over.',
    }),
  ],
})

const offPlatform = defineField({
  name: 'offPlatform',
  title: 'Off platform',
  type: 'array',
  group: 'messages',
  description: 'What was said that no claim and no response says. No details of patients.',
  of: [
    defineArrayMember({
      name: 'offPlatformPhrase',
      title: 'Phrase',
      type: 'object',
      fields: [saidField],
      preview: {
        select: {said: 'said'},
        prepare: ({said}) => ({title: said || 'Phrase without words'}),
      },
    }),
  ],
})

/** What was heard in the field, message by message, tied to the wording in force on that day. */
export const fieldObservation = defineType({
  name: 'fieldObservation',
  title: 'Field observation',
  type: 'document',
  icon: EyeOpenIcon,
  groups: [
    {name: 'context', title: 'Context', default: true},
    {name: 'messages', title: 'Messages'},
    {name: 'complaint', title: 'Possible complaint'},
  ],
  fields: [
    launchField('The launch whose messages are observed.'),
    ...occasion,
    defineField({
      name: 'rubric',
      title: 'Rubric',
      type: 'reference',
      to: [{type: 'coachingRubric'}],
      group: 'messages',
      description: 'With which it is scored: one that is in force. Customers are not scored.',
      validation: (rule) => rule.custom(wasInForce),
    }),
    copyCarried,
    observedMessages,
    offPlatform,
    possibleComplaint,
  ],
  orderings: [orderedBy('Newest first', 'observedOn', 'desc')],
  preview: {
    select: {source: 'source', on: 'observedOn', rep: 'repCode', account: 'accountType'},
    prepare: ({source, on, rep, account}) => ({
      title: previewLine(titleOf(OBSERVATION_SOURCES, source) || 'Observation', on),
      subtitle: previewLine(rep, titleOf(ACCOUNT_TYPES, account)),
    }),
  },
})
