import type {PreviewConfig} from '@sanity/types'
import {AUDIENCES, LEARNERS, OBJECTORS, titleOf, VAC_SECTIONS} from '../../schemas/choices.ts'
import {fieldOf} from '../../schemas/references.ts'
import {joined} from './joined.ts'

const codesOf = {claim0: 'claims.0.code', claim1: 'claims.1.code', claim2: 'claims.2.code'}

/** An objection as it is heard, who raises it, and what answers it. */
export const objectionPreview: PreviewConfig = {
  select: {title: 'objection', persona: 'persona', ...codesOf},
  prepare: ({title, persona, claim0, claim1, claim2}) => ({
    title: title ? `“${unquoted(String(title))}”` : 'Untitled objection',
    subtitle: joined(' · ', titleOf(OBJECTORS, persona), joined(', ', claim0, claim1, claim2)),
  }),
}

/** A module with who learns, its version, and how much there is in it. */
export const modulePreview: PreviewConfig = {
  select: {
    title: 'title',
    learners: 'learners',
    version: 'version',
    lessons: 'lessons',
    questions: 'assessment',
  },
  prepare: ({title, learners, version, lessons, questions}) => ({
    title: title || 'Untitled module',
    subtitle: joined(
      ' · ',
      version && `Version ${version}`,
      titlesOf(LEARNERS, learners),
      counted(lessons, 'lesson'),
      counted(questions, 'question'),
    ),
  }),
}

/** A rubric with who is coached, how many criteria it has and when it is first needed. */
export const rubricPreview: PreviewConfig = {
  select: {title: 'title', learners: 'learners', criteria: 'criteria', on: 'firstRideAlongOn'},
  prepare: ({title, learners, criteria, on}) => ({
    title: title || 'Untitled rubric',
    subtitle: joined(
      ' · ',
      titlesOf(LEARNERS, learners),
      counted(criteria, 'criterion', 'criteria'),
      on && `First ride-along ${on}`,
    ),
  }),
}

/** A kit with whom it is for and what it answers. */
export const kitPreview: PreviewConfig = {
  select: {title: 'title', audience: 'audience', code: 'materialCode', sections: 'sections'},
  prepare: ({title, audience, code, sections}) => ({
    title: title || 'Untitled VAC kit',
    subtitle: joined(' · ', titleOf(AUDIENCES, audience), code, sectionsOf(sections)),
  }),
}

const unquoted = (text: string): string => text.replaceAll(/^[“"']+|[”"']+$/gu, '')

const titlesOf = (list: Parameters<typeof titleOf>[0], values: unknown): string =>
  joined(', ', ...(Array.isArray(values) ? values : []).map((value) => titleOf(list, value)))

function counted(values: unknown, one: string, many = `${one}s`): string {
  const count = Array.isArray(values) ? values.length : 0
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`
}

const sectionsOf = (sections: unknown): string =>
  joined(
    ', ',
    ...(Array.isArray(sections) ? sections : []).map((section) =>
      titleOf(VAC_SECTIONS, fieldOf(section, 'kind')),
    ),
  )
