import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from '@sanity/types'
import {FUNCTIONS, titleOf} from '../choices.ts'
import {orderedBy} from '../orderedBy.ts'
import {isAdministrator} from './isAdministrator.ts'
import {isUniqueAccount} from './personRules.ts'

export const person = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  groups: [
    {name: 'person', title: 'Person', default: true},
    {name: 'access', title: 'Signing'},
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      group: 'person',
      description: 'As it is printed beside a signature.',
      validation: (rule) =>
        rule.required().error('Give the name as it is printed beside a signature.'),
    }),
    defineField({
      name: 'email',
      title: 'E-mail',
      type: 'string',
      group: 'person',
      description: 'Where the digest goes.',
      validation: (rule) => rule.email().error('An address looks like name@company.example.'),
    }),
    defineField({
      name: 'functions',
      title: 'Functions',
      type: 'array',
      group: 'access',
      of: [{type: 'string'}],
      options: {list: FUNCTIONS},
      description: 'The roles in which this person may sign. Only administrators change them.',
      validation: (rule) => rule.unique().error('A function stands here twice: keep one.'),
      readOnly: ({currentUser}) => !isAdministrator(currentUser),
    }),
    defineField({
      name: 'accountId',
      title: 'Account',
      type: 'string',
      group: 'access',
      description: 'Id of the Studio user who is this person: it ties signatures to a login.',
      validation: (rule) => rule.custom(isUniqueAccount),
      readOnly: ({currentUser}) => !isAdministrator(currentUser),
    }),
  ],
  orderings: [orderedBy('Name', 'name')],
  preview: {
    select: {title: 'name', functions: 'functions'},
    prepare: ({title, functions}) => ({
      title: title || 'Person without a name',
      subtitle: (Array.isArray(functions) ? functions : [])
        .map((value) => titleOf(FUNCTIONS, value))
        .join(', '),
    }),
  },
})
