import {defineField} from '@sanity/types'
import {hasHappened} from './fieldRules.ts'

interface DayFieldOptions {
  name: string
  title: string
  description: string
  /** What is said where it is missing. */
  needed: string
}

/** The day on which something in the field happened, in the group `context`. */
export const dayField = ({name, title, description, needed}: DayFieldOptions) =>
  defineField({
    name,
    title,
    type: 'date',
    group: 'context',
    description,
    validation: (rule) => [rule.required().error(needed), rule.custom(hasHappened)],
  })
