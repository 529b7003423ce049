/** Every reason of the import, in English, with what was read put between double braces. */
export const REASON_WORDS = {
  'file.too-large': 'The file is larger than {{limit}} MB: that is no claims library.',
  'file.workbook':
    'This is a workbook, not a CSV file: save the sheet as “CSV UTF-8” and choose that.',
  'file.binary': 'This is not a text file: save the sheet as “CSV UTF-8” and choose that.',
  'file.not-utf8':
    'The file is not in UTF-8 (it may be Latin-1 or Windows-1252), so that characters such as °, ≥ and é would come out wrong: save it as “CSV UTF-8”.',
  'file.empty': 'The file is empty.',
  'file.no-rows': 'The file has no row below its header.',
  'file.columns': 'The file has more than {{limit}} columns: that is no claims library.',
  'file.quotes':
    'The quotation marks of the row on line {{line}} do not close, so that rows run into each other: mend that line.',

  'mapping.no-code': 'No column gives the code of the claim: choose the one that does.',
  'mapping.twice': 'Two columns are chosen for {{field}}: keep one.',
  'mapping.same-name': 'Two columns have this name: choose one of them.',
  'mapping.already': '{{field}} comes from “{{header}}”.',

  'row.too-many':
    'The row has {{cells}} cells and the header {{columns}}: a separator within a cell needs quotation marks.',
  'cell.too-long': '{{field}} has {{length}} characters: at most {{limit}}.',
  'cell.invisible': '{{field}} contains characters that cannot be seen: type it anew.',
  'field.missing': '{{field}} is missing, and a new claim needs it.',
  'choice.unknown': '{{field}}: “{{value}}” is not known. Write one of: {{choices}}.',

  'code.missing': 'The code is missing.',
  'code.format': '“{{code}}” is no code: a code is CLM- and three or four digits, as in CLM-013.',
  'code.repeated': '{{code}} stands on lines {{lines}}: keep one of them.',
  'code.several':
    '{{code}} is the code of more than one claim here: give the others their own first.',
  'code.in-release': '{{code}} is a claim that only a release holds: it cannot be imported over.',
  'code.moved':
    'The draft of {{code}} carries another code, {{other}}: settle which is right first.',
  'code.id-taken':
    'Another document already has the id {{id}} that this claim would get: give the claim another code.',

  'category.several': 'Category: a claim has one category.',
  'day.unclear':
    '{{field}}: “{{value}}” is no day, or could be two. Write it as year-month-day: 2027-03-31.',
  'day.reversed': 'The last day in force, {{until}}, lies before the first, {{from}}.',
  'audiences.economic':
    'An economic claim is only for value analysis committees, payers and purchasing organisations: take out {{others}}, or choose another category.',

  'product.unknown':
    'The product “{{name}}” is not here: create it first, or write its name as it is here.',
  'product.several': 'More than one product is called “{{name}}”: write its id, one of {{others}}.',
  'product.two': 'A claim is about one product: name one.',
  'indication.unknown':
    'The indication “{{name}}” is not here: create it first, or write its statement as it is here.',
  'indication.several':
    'More than one indication is called “{{name}}”: write its id, one of {{others}}.',
  'evidence.unknown':
    'The evidence “{{name}}” is not here: create it first under Evidence, then import again. It is found by short name, title, DOI, document number or id.',
  'evidence.several':
    'More than one piece of evidence is called “{{name}}”: write its id, one of {{others}}.',
  'evidence.retracted':
    'The evidence “{{name}}” has been retracted: name other evidence, or leave the claim out.',
  'evidence.no-place': 'The place in “{{name}}” is missing: give its page, table, figure or quote.',
  'evidence.place-unclear':
    '“{{place}}” is no place in evidence: write it as “page 4, table 2, figure 1” or as a quote in quotation marks.',
  'evidence.place-alone':
    'There is a place, and no evidence in which it would be: name the evidence.',
  'evidence.uneven':
    '{{field}}: {{places}} given for {{count}} pieces of evidence. Give one for each, in the same order.',

  'market.missing': 'Say in which market the claim may be made.',
  'market.twice': 'A market stands there twice: keep one.',
  'market.no-status': '{{market}}: say whether it is on label or consistent with label.',
  'market.no-rationale': '{{market}}: say why the claim is consistent with the label (Rationale).',
  'market.uneven': 'Label status: give one for all of the {{count}} markets, or one for each.',

  'supersedes.unknown': 'Supersedes: there is no claim {{code}} here, or more than one.',
  'supersedes.itself': 'Supersedes: a claim does not stand in its own place.',

  'write.refused': 'Refused rows: {{count}}. Nothing is written while they are among the others.',
  'write.too-many':
    'The file would write {{count}} drafts, and at most {{limit}} go in one step: split it into smaller files.',
  'write.too-large':
    'The file would write more than goes in one step (3.5 MB): split it into smaller files.',
  'write.moved':
    'Somebody changed {{codes}} meanwhile. Nothing was written: look at the rows again.',
} as const
