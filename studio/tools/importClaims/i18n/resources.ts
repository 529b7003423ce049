import {CLAIM_COLUMNS} from '../../../importing/claims/claimColumns.ts'
import {REASON_WORDS} from '../../../importing/claims/reasonWords.ts'

/** Every word of the tool, in English; reasons are said alike by the command. */
const resources = {
  ...REASON_WORDS,
  ...Object.fromEntries(CLAIM_COLUMNS.map(({column, title}) => [`field.${column}`, title])),
  'field.substantiation': 'Evidence',
  'field.authorizations': 'Authorizations',

  'tool.title': 'Import claims',
  'tool.text':
    'Rows of a claims library (CSV) become drafts of claims. You see what becomes of every row before anything is written. Nothing is published: each claim goes through its reviews.',

  'choose.button': 'Choose a CSV file',
  'choose.again': 'Choose another file',
  'choose.drop': 'Or drop it here. From a spreadsheet, save it as “CSV UTF-8”.',
  reading: 'Reading {{name}}…',
  'unreadable.title': '{{name}} cannot be imported',
  'failed.title': '{{name}} could not be read',

  'mapping.title': 'Columns of {{name}}',
  'mapping.count_one': '{{count}} of {{of}} columns goes into a field of the claim',
  'mapping.count_other': '{{count}} of {{of}} columns go into a field of the claim',
  'mapping.show': 'Show columns',
  'mapping.hide': 'Hide columns',
  'mapping.hint':
    'Several values in a cell are separated by ; or | or a line each; wordings and reasons only by | or a line each. An empty cell changes nothing.',
  'mapping.column': 'Column',
  'mapping.example': 'First value',
  'mapping.field': 'Goes into',
  'mapping.select': 'Column {{place}}, {{header}}, goes into',
  'mapping.none': 'Not imported',
  'mapping.nameless': 'Column {{place}}',

  'rows.title': 'Rows',
  'rows.all': 'All {{count}}',
  'rows.new': 'New {{count}}',
  'rows.changed': 'Changes {{count}}',
  'rows.same': 'The same {{count}}',
  'rows.refused': 'Refused {{count}}',
  'rows.filter': 'Show rows',
  'rows.empty': 'No such row.',
  'rows.shown': '{{count}} rows shown of {{of}}',
  'rows.more': 'Show {{count}} more',
  'rows.line': 'Line',
  'rows.code': 'Code',
  'rows.outcome': 'Outcome',
  'rows.details': 'Details',

  'outcome.new': 'New',
  'outcome.changed': 'Changes',
  'outcome.same': 'The same',
  'outcome.refused': 'Refused',
  'outcome.same.text': 'Nothing to write.',
  'outcome.empty': '(empty)',
  'outcome.before': 'Now',
  'outcome.after': 'Then',

  'write.button_one': 'Write {{count}} draft',
  'write.button_other': 'Write {{count}} drafts',
  'write.accepted-only_one': 'Leave out the {{count}} refused row, and write the others',
  'write.accepted-only_other': 'Leave out the {{count}} refused rows, and write the others',
  'write.nothing': 'There is nothing to write: every accepted row says what is here already.',
  'write.writing': 'Writing…',
  'write.moved.title': 'Nothing was written',
  'write.moved.again': 'The rows below were read again.',
  'write.failed.title': 'The drafts could not be written',
  'write.failed.again':
    'The rows below were read again: whatever is new or changes there is not written yet.',

  'done.title_one': '{{count}} draft written',
  'done.title_other': '{{count}} drafts written',
  'done.text': 'Open each to ask for its reviews. The same file again would change nothing.',
  'done.list': 'Claims that were written',
} as const

export default resources
