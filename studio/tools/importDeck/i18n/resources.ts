import type {DeckRefusal} from '../../../importing/deck/deckRefusal.ts'
import type {LeftOutKind} from '../../../importing/deck/importedDeck.ts'

/** Why a file is not read, and what to do. */
const refusals: Record<`refused.${DeckRefusal['reason']}`, string> = {
  'refused.empty': 'The file is empty. Choose the presentation itself.',
  'refused.tooLarge':
    'The file is larger than {{most}} MB. Compress its pictures or take out films in PowerPoint, then choose it again.',
  'refused.notPowerPoint':
    'This is no PowerPoint file. Save the presentation as PowerPoint (.pptx), then choose that.',
  'refused.oldPowerPoint':
    'This is a PowerPoint file of the old kind (.ppt). Open it in PowerPoint and save it as .pptx.',
  'refused.passwordProtected':
    'The file is protected with a password. Save a copy without the password, then choose that.',
  'refused.word': 'This is a Word document. Choose a PowerPoint file (.pptx).',
  'refused.excel': 'This is an Excel workbook. Choose a PowerPoint file (.pptx).',
  'refused.macros':
    'The file carries macros. Save it as PowerPoint presentation (.pptx), which leaves them out.',
  'refused.cutOff': 'The file breaks off before its end. Download or copy it again.',
  'refused.damaged':
    'The file is damaged: {{part}} cannot be read. Let PowerPoint repair it, and save it again.',
  'refused.bomb':
    'The file unpacks to far more than it should, as files do that are made to harm. It was not opened.',
  'refused.tooManyParts': 'The file has more than {{most}} parts, as no presentation has.',
  'refused.unsafeName':
    'A part of the file has a name that leads out of it ({{part}}), as in files that are made to harm. It was not opened.',
  'refused.twicePart':
    'The file holds {{part}} twice, so that nobody knows which one counts. Save it again in PowerPoint.',
  'refused.doctype':
    '{{part}} declares what PowerPoint never declares, as in files that are made to harm. It was not opened.',
  'refused.xmlTooLarge': '{{part}} is larger than any slide should be. Split or simplify it.',
  'refused.missingPart':
    'The file refers to {{part}}, which it does not hold. Let PowerPoint repair it, and save it again.',
  'refused.circular':
    'The file leads back to itself at {{part}}. Let PowerPoint repair it, and save it again.',
  'refused.overfull':
    'Page {{page}} has more on it than anybody can read. Split it, then choose the file again.',
  'refused.noSlides': 'The presentation has no slides.',
  'refused.tooManySlides':
    'The presentation has {{count}} slides; {{most}} come in at once. Split it into several files.',
}

const leftOut: Record<`left-out.${LeftOutKind}`, string> = {
  'left-out.animation': 'Animations',
  'left-out.background': 'Background picture',
  'left-out.chart': 'Chart',
  'left-out.comments': 'Comments',
  'left-out.diagramLayout': 'SmartArt: only its words, as a list',
  'left-out.embeddedObject': 'Embedded object',
  'left-out.equation': 'Equation: only its signs, as text',
  'left-out.footer': 'Footer',
  'left-out.ink': 'Ink',
  'left-out.layoutPicture': 'Picture of the layout',
  'left-out.layoutText': 'Text of the layout',
  'left-out.link': 'Link',
  'left-out.linkedPicture': 'Picture outside of the file',
  'left-out.numbering': 'Numbers of lists: now bullets',
  'left-out.otherPicture': 'Another picture',
  'left-out.pictureFormat': 'Picture of a kind that browsers do not show (such as EMF)',
  'left-out.sound': 'Sound',
  'left-out.tableLayout': 'Table: only its words, a line for each row',
  'left-out.transition': 'Transition',
  'left-out.unknown': 'Something of an unknown kind',
  'left-out.video': 'Film',
}

/** Every word of the tool, in English. */
const resources = {
  'tool.title': 'Import a deck',
  'tool.text':
    'Slides of a PowerPoint file become drafts, in their order, with picture, text and notes. You decide which claim each statement makes. Nothing is published.',

  'choose.button': 'Choose a PowerPoint file',
  'choose.again': 'Choose another file',
  'choose.drop': 'Or drop it here. The file stays as it is, and is kept with the slides.',
  'reading.open': 'Opening {{name}}…',
  'reading.slides': 'Reading slide {{done}} of {{of}}…',
  'reading.claims': 'Comparing with the claims…',
  'refused.title': '{{name}} was not imported',
  'failed.title': '{{name}} could not be read',
  'before.title': '{{name}} was imported before',
  'before.text': 'The same file became this deck. Delete the deck first to import it again.',
  'before.open': 'Open “{{title}}”',

  'review.slides_one': '{{count}} slide',
  'review.slides_other': '{{count}} slides',
  'review.hidden_one': '{{count}} hidden, left out',
  'review.hidden_other': '{{count}} hidden, left out',
  'review.alike_one': '{{count}} statement in approved words',
  'review.alike_other': '{{count}} statements in approved words',
  'review.accept_one': 'Accept it as its claim',
  'review.accept_other': 'Accept all {{count}} as their claims',
  'review.refuse_one': 'Accept it no longer',
  'review.refuse_other': 'Accept none of them',

  'deck.heading': 'Deck',
  'deck.title': 'Title',
  'deck.launch': 'Launch',
  'deck.no-launch': 'None yet',
  'deck.audience': 'Audience',
  'deck.no-audience': 'Not decided yet',
  'deck.markets': 'Markets',
  'deck.code': 'Material code',
  'deck.code.hint': 'Slides get it with their page: {{example}}.',

  'slide.page': 'Page {{page}}',
  'slide.hidden': 'Hidden',
  'slide.include': 'Take over',
  'slide.include.label': 'Take over page {{page}}',
  'slide.kind': 'Kind of page {{page}}',
  'slide.picture': 'With its picture',
  'slide.notes': 'Speaker notes',
  'slide.note': 'Said in the speaker notes',
  'slide.left-out': 'Not taken over',
  'slide.empty': 'There are no words on this slide.',
  'slide.untitled': 'No words',

  'claim.none': 'No claim comes near.',
  'claim.accept': 'States {{code}}',
  'claim.difference': 'Compared with the approved wording:',
  'claim.alike': 'Word for word the approved wording.',
  'claim.qualifier': 'Must stand beside it: {{qualifier}}',
  'claim.unnamed': 'a claim without a code',

  'import.button_one': 'Make {{count}} draft slide and the deck',
  'import.button_other': 'Make {{count}} draft slides and the deck',
  'import.none': 'Take over at least one slide.',
  'import.untitled': 'Give the deck a title.',
  'import.progress': 'Uploading {{done}} of {{of}}…',
  'import.writing': 'Writing the drafts…',
  'import.failed': 'Nothing was imported',
  'import.refused.fileNotUploaded': 'The file was not taken: {{message}}',
  'import.refused.pictureNotUploaded':
    'The picture of page {{page}} was not taken: {{message}} Leave the picture out, and try again.',
  'done.title_one': '{{count}} draft slide and a draft deck were made',
  'done.title_other': '{{count}} draft slides and a draft deck were made',
  'done.text': 'Nothing is published. Ask for review when they are as they should be.',
  'done.open': 'Open the deck',

  'note.deck': 'Imported from {{name}}.',
  'note.slide': 'Imported from page {{page}} of {{name}}.',
  'note.left-out': 'Not taken over: {{list}}.',

  ...refusals,
  ...leftOut,
}

export default resources
