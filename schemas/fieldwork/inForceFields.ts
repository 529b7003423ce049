import {defineField} from '@sanity/types'

/** Four and four of the digits that are read as nothing else on paper. */
const SEAL_CODE = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u

interface SealCodeOptions {
  name: string
  description: string
  group?: string
  /** What is said where it is missing; without it, it may be. */
  needed?: string
}

/** The code that is printed on a copy: it says which content that is. */
export const sealCodeField = ({name, description, group, needed}: SealCodeOptions) =>
  defineField({
    name,
    title: 'Code on the copy',
    type: 'string',
    ...(group === undefined ? {} : {group}),
    description,
    validation: (rule) => [
      rule
        .regex(SEAL_CODE, {name: 'code'})
        .error('Give the code as it is printed, four and four: 7K3F-9QXM.'),
      ...(needed === undefined ? [] : [rule.required().error(needed)]),
    ],
  })

interface FingerprintOptions {
  description: string
  group?: string
}

/** Fingerprint of the wording that was in force on the day. */
export const fingerprintField = ({description, group}: FingerprintOptions) =>
  defineField({
    name: 'fingerprint',
    title: 'Wording in force',
    type: 'string',
    ...(group === undefined ? {} : {group}),
    description,
    validation: (rule) => [
      rule
        .regex(/^v\d+-[0-9a-f]{64}$/u, {name: 'fingerprint'})
        .error('A fingerprint is v1- and 64 digits: choose the wording of that day.'),
      rule
        .required()
        .warning('Choose the wording: without it nobody can tell later what this was about.'),
    ],
  })
