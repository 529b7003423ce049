import {checkpointWords} from './checkpointWords.ts'

/** Every word that the plugin says in the Studio, in English. */
const resources = {
  'inspector.title': 'Alignment',
  'inspector.close': 'Close alignment',
  'inspector.loading': 'Reading what this rests on…',
  'inspector.error.title': 'Alignment cannot be judged',
  'inspector.error.text': 'Until it can, this cannot be published. {{message}}',
  'inspector.empty': 'There is nothing to judge yet: write something first.',
  'inspector.retry': 'Try again',

  'dialog.cancel': 'Cancel',
  'dialog.close': 'Close',

  'action.publish.review-needed': 'Review needed…',
  'action.publish.waiting': 'Waiting…',
  'action.publish.together_one': 'Publish checkpoint ({{count}})',
  'action.publish.together_other': 'Publish checkpoint ({{count}})',
  'action.publish.together.confirm_one':
    '{{count}} document goes out now, with all of its checkpoint “{{title}}”, which is closed by it.',
  'action.publish.together.confirm_other':
    '{{count}} documents go out now, in one step: all of the checkpoint “{{title}}”, which is closed by it.',
  'action.publish.checking': 'Checking alignment…',
  'action.publish.unreadable': 'Alignment unknown',
  'action.publish.publishing': 'Publishing…',

  'refusal.notAligned.title': 'Not published: it is no longer aligned',
  'refusal.notAligned.text': 'Something moved while you were publishing. Alignment says what.',
  'refusal.lostRace.title': 'Not published: somebody was faster',
  'refusal.lostRace.text':
    'The document changed at the same moment. Nothing was published; look again and publish.',
  'refusal.nothingToPublish.title': 'Nothing to publish',
  'refusal.nothingToPublish.text': 'There is no draft of this document any more.',
  'refusal.notGated.title': 'Not published',
  'refusal.notGated.text': 'This type is not held by the gate.',
  'refusal.notYetEffective.title': 'Not published: it is not in force yet',
  'refusal.notYetEffective.text':
    'What is out now would go dark until the new first day. Publish on that day, or set an earlier one.',
  'refusal.checkpointWaits.title': 'Not published: its checkpoint waits',
  'refusal.checkpointWaits.text':
    'It goes out together with others, and not all of them are ready. The checkpoint says what it waits for.',
  'refusal.apart.title': 'Not published: these do not go out together',
  'refusal.apart.text':
    'Some of them belong to a checkpoint. Publish the checkpoint, or merge it with the other one.',
  'refusal.members.text_one':
    'The form of {{titles}} has errors. Open it, resolve what validation shows, then publish.',
  'refusal.members.text_other':
    'The forms of {{titles}} have errors. Open each, resolve what validation shows, then publish.',
  'refusal.validation.title': 'Not published: the form has errors',
  'refusal.validation.text': 'Resolve what validation shows, then publish.',
  'refusal.failed.title': 'Not published',

  'state.aligned.label': 'Aligned',
  'state.aligned.title': 'Aligned: approved exactly as it stands, on everything it rests on',
  'state.unreviewed.label': 'Unreviewed',
  'state.unreviewed.title': 'Unreviewed: nobody has approved this document yet',
  'state.stale.label': 'Stale',
  'state.stale.title': 'Stale: something this rests on changed since it was approved',
  'state.changed.label': 'Changed',
  'state.changed.title': 'Changed: it was approved in another wording',
  'state.inReview.label': 'In review {{approved}}/{{required}}',
  'state.inReview.title': 'In review: not every role has signed yet',
  'state.changesRequested.label': 'Changes requested',
  'state.changesRequested.title': 'Changes requested: a reviewer asked for changes',
  'state.waiting.label': 'Waiting',
  'state.waiting.title': 'Waiting: it goes out together with others',
  'state.expired.label': 'Expired',
  'state.expired.title': 'Expired: its last day in force has passed',
  'state.withdrawn.label': 'Withdrawn',
  'state.withdrawn.title': 'Withdrawn: it was recalled, and must be approved by every role again',

  'state.aligned.sentence': 'Approved exactly as it stands, on everything it rests on.',
  'state.unreviewed.sentence': 'Nobody has approved this document yet.',
  'state.stale.sentence': 'Something this rests on changed since it was approved.',
  'state.changed.sentence': 'It was approved in another wording.',
  'state.inReview.sentence': 'Not every role has signed yet.',
  'state.changesRequested.sentence': 'A reviewer asked for changes.',
  'state.waiting.sentence': 'It goes out together with others.',
  'state.expired.sentence': 'Its last day in force has passed.',
  'state.withdrawn.sentence': 'It was recalled, and must be approved by every role again.',

  'state.aligned.word': 'Aligned',
  'state.unreviewed.word': 'Unreviewed',
  'state.stale.word': 'Stale',
  'state.changed.word': 'Changed',
  'state.inReview.word': 'In review',
  'state.changesRequested.word': 'Changes requested',
  'state.waiting.word': 'Waiting',
  'state.expired.word': 'Expired',
  'state.withdrawn.word': 'Withdrawn',

  'delivered.label': 'Delivered now',
  'delivered.yes': 'Yes',
  'delivered.no': 'No',
  'delivered.unknown': 'Asking…',
  'delivered.error': 'Cannot be asked',
  'delivered.code': 'Code {{code}}',
  'delivered.until': 'until {{date}}',
  'delivered.draft': 'This is about the published copy. All else here is about the draft.',

  'reason.withdrawn': 'Recalled by {{name}} on {{date}}.',
  'reason.changesRequested': '{{name}} ({{role}}) asked for changes on {{date}}.',
  'reason.unreviewed': 'To be approved by {{roles}}.',
  'reason.changed': 'Changed since {{name}} approved it on {{date}}:',
  'reason.expired':
    'Its last day in force ended on {{date}}. Give it a later one, and have it approved.',
  'reason.malformedDate': 'The date in “{{field}}” cannot be read. Enter it as year-month-day.',
  'reason.rolesMissing': 'Still to be approved by {{roles}}.',
  'reason.waiting': 'It goes out together with the other members of its checkpoint.',
  'reason.waiting.launch':
    'An asset of this launch first goes out through a launch checkpoint, together with the other side. Add it to one.',
  'reason.memberChanged': '{{title}} changed on {{date}}',
  'reason.memberChanged.by': '{{title}} changed on {{date}} by {{name}}',
  'reason.memberNotPinned': '{{title}} came in after this was approved.',
  'reason.memberMissing':
    'What this refers to is not published. Publish it first, or refer to something else.',
  'reason.memberNotAligned.unreviewed': '{{title}} has not been approved itself.',
  'reason.memberNotAligned.changed': '{{title}} is published in a wording that nobody approved.',
  'reason.memberNotAligned.expired': '{{title}} has expired.',
  'reason.memberNotAligned.withdrawn': '{{title}} was recalled.',
  'reason.memberNotAligned.inReview': '{{title}} is still in review.',
  'reason.memberNotAligned.stale': '{{title}} is stale itself.',
  'reason.memberNotAligned.changesRequested': 'Changes were requested to {{title}}.',
  'reason.memberNotAligned.waiting': '{{title}} waits for its checkpoint.',
  'reason.memberNotAligned.aligned': '{{title}} is aligned.',
  'reason.path': 'The way from what moved to this document',
  'reason.path.this': 'This document',

  'red-line.marks': 'Only formatting or citations changed.',
  'red-line.unknown': 'The earlier wording was not kept: compare it in the history.',
  'red-line.none': 'In the wording itself nothing differs.',
  'red-line.loading': 'Comparing…',

  'signatures.title': 'Signatures',
  'signatures.approved': '{{name}}, {{date}}',
  'signatures.changesRequested': '{{name}} asked for changes, {{date}}',
  'signatures.outdated': '{{name}} signed an earlier state, {{date}}',
  'signatures.missing': 'Not signed yet',
  'signatures.held-by-nobody':
    'Nobody holds this role, so it cannot be signed: an administrator gives it to a person.',
  'signatures.editors-unknown': 'Who had changed it before is not known.',

  'sign.title': 'Your review',
  'sign.nobody':
    'Your account is tied to no person who may sign. An administrator can do that in People.',
  'sign.not-asked': 'No signature of yours is asked for here: you may sign as {{roles}}.',
  'sign.no-roles': 'You may sign in no role.',
  'sign.done': 'You have signed this, as it stands, in every role you hold.',
  'sign.role': 'Sign as',
  'sign.comment': 'Comment',
  'sign.comment.hint': 'Needed when you ask for changes.',
  'sign.approved': 'Approve…',
  'sign.approvedWithChanges': 'Approve with these words…',
  'sign.carriedForward': 'Approve and carry forward…',
  'sign.request-changes': 'Ask for changes…',
  'sign.missing-members': 'It refers to something that is not published: it cannot be signed yet.',
  'sign.confirm.title': 'Sign as {{role}}',
  'sign.confirm.approvedWithChanges.text':
    'Your signature says “{{meaning}}”, by {{name}}, of this content with the words below put in. Taken over word for word, it needs no second signature of yours.',
  'sign.confirm.carriedForward.text':
    'Your signature says “{{meaning}}”, by {{name}}, and that whatever rests on the earlier wording needs no new review.',
  'sign.confirm.approved.text':
    'Your signature says “{{meaning}}”, by {{name}}, of this content as it stands now and of everything it rests on ({{count}}).',
  'sign.confirm.changesRequested.text':
    'You ask the author for changes to this content, as {{role}}:',
  'sign.confirm.approve.button': 'Sign',
  'sign.confirm.changes.button': 'Ask for changes',
  'sign.signed': 'Signed as {{role}}',
  'sign.requested': 'Changes requested as {{role}}',
  'sign.unsealed': 'Signed; its seal follows when the sealer has caught up',
  'sign.failed': 'Nothing was signed',
  'sign.refused.unconfirmed': 'Your signature was not confirmed.',
  'sign.refused.left': 'The dialog was closed before it was confirmed: nothing was signed.',
  'sign.refused.invalid': 'Its form has errors: have them mended first.',
  'sign.refused.invalid.why': 'Its form has errors, which come first: {{errors}}',
  'sign.refused.gone': 'The document is gone.',
  'sign.refused.basisGone':
    'The checkpoint on which you read it is not open any more. Read it again as it now stands.',
  'sign.refused.notGated': 'This type is not held by the gate.',
  'sign.refused.noSigner': 'Your account is tied to no person who may sign.',
  'sign.refused.notInRole': 'You may not sign in this role.',
  'sign.refused.roleNotAsked': 'This content asks for no signature in this role.',
  'sign.refused.memberMissing': 'It refers to something that is not published.',
  'sign.refused.moved':
    'It changed while you were reading. Nothing was signed: read it again as it now stands.',
  'sign.refused.otherRoleSigned':
    'You already signed this in another role, and roles must be signed by different people.',
  'sign.refused.commentMissing': 'Say what should change.',
  'sign.refused.ownWork':
    'You changed this content since it was approved last; somebody else has to sign it in this role.',
  'sign.refused.onlyOwnWork':
    'You changed this content, and nobody else would have signed it: another person must sign too.',
  'sign.refused.replacementMissing':
    'Approving with changes needs the new words for every remark that has to be met. Add them, or request changes.',
  'sign.refused.remarkUnclear':
    'The quoted words do not stand exactly once in that field. Quote more of them.',
  'sign.refused.remarkReachesFurther':
    'With these words the content would rest on something else, or ask for other roles. Request the change instead.',
  'sign.refused.dateMalformed': 'The last day must be a day from today on.',
  'sign.refused.nothingToCarry': 'Nothing that is in force rests on an older wording of this.',
  'sign.refused.closureChanged':
    'It now rests on something that its dependants were not reviewed on; they have to be reviewed again.',

  'carry.open': 'Carry forward…',
  'carry.only.button': 'Carry forward…',
  'carry.choose': 'What rests on this needs no new review',
  'carry.hint':
    'For corrections that change nothing in what is said. Every role of this document has to say so.',
  'carry.only': 'You answer for everything that rests on the earlier wording and goes on as it is.',
  'carry.until': 'Until (optional)',
  'carry.until.hint':
    'The last day on which what was made with the earlier wording may be used, such as printed stock.',
  'carry.confirm.until': 'Until {{date}}. Changed since the oldest wording that stays in use:',
  'carry.confirm.forever': 'For good. Changed since the oldest wording that stays in use:',

  'remark.add.words': 'Suggest other words',
  'remark.add.remark': 'Remark on words',
  'remark.quote': 'These words',
  'remark.replacement': 'should read',
  'remark.text.words': 'because (optional)',
  'remark.text.remark': 'Remark',
  'remark.on': 'On “{{quote}}”',
  'remark.remove': 'Take this away',
  'remark.missing': 'These words do not stand in the document.',
  'remark.several': 'These words stand in it more than once: quote more of them.',

  'suggested.title': 'What reviewers say of the words',
  'suggested.accept': 'Put in',
  'suggested.failed': 'The words were not put in',
  'suggested.unsaved':
    'What was typed into this document could not be saved yet: look whether you are connected, and try again.',

  'recall.open': 'Recall…',
  'recall.title': 'Recall this document',
  'recall.text':
    'From this moment it is delivered no more, and neither is anything that rests on it, until every role has approved it again. It stays published, so that nothing breaks.',
  'recall.comment': 'Why',
  'recall.confirm': 'Recall',
  'recall.done': 'Recalled: it is delivered no more, nor anything that rests on it',
  'recall.done.unsealed': 'Recalled: delivery ends as soon as the sealer has caught up',
  'recall.failed': 'Nothing was recalled',

  'reviews.title': 'What waits for you',
  'reviews.text':
    'Documents that ask for a signature of yours, by the change that put them in question.',
  'reviews.loading': 'Reading what waits for you…',
  'reviews.none': 'Nothing waits for you.',
  'reviews.error': 'What waits for you cannot be read',
  'sign.signer-unknown': 'Who you are to the gate cannot be read at this moment.',
  'reviews.group_one': 'Changed since {{count}} document was approved that rests on it:',
  'reviews.group_other': 'Changed since {{count}} documents were approved that rest on it:',
  'reviews.include': 'Approve this one too',
  'reviews.approve_one': 'Approve {{count}} as {{role}}…',
  'reviews.approve_other': 'Approve {{count}} as {{role}}…',
  'reviews.own_one': 'Changed itself: {{count}} document to read and sign',
  'reviews.own_other': 'Changed themselves: {{count}} documents to read and sign, each for itself',
  'reviews.confirm_one':
    'Your signature says “{{meaning}}”, by {{name}}, of {{count}} document as it stands now.',
  'reviews.confirm_other':
    'Your signature says “{{meaning}}”, by {{name}}, of each of {{count}} documents as they stand now: one review for each.',
  'reviews.checking': 'Looking at the forms: {{done}} of {{of}}. Nothing is signed yet.',
  'reviews.progress': '{{done}} of {{of}} signed',
  'reviews.signed_one': '{{count}} document signed',
  'reviews.signed_other': '{{count}} documents signed',
  'reviews.refused_one': '{{count}} was not signed:',
  'reviews.refused_other': '{{count}} were not signed:',
  'reviews.broken-off':
    'Broken off: what was signed until then stays signed. Sign again for the rest.',

  'incidents.title': 'Incidents',
  'incidents.text':
    'What was published by a road around the gate, and is withheld until it is approved or put back; and reviews that somebody removed.',
  'incidents.loading': 'Reading incidents…',
  'incidents.error': 'Incidents cannot be read',
  'incidents.none': 'Nothing was published past the gate, or all of it is settled.',
  'incidents.found': 'Found {{date}}: {{state}}',
  'incidents.found.by': 'Found {{date}}: {{state}}. Written by {{name}}.',
  'incidents.review':
    'Found {{date}}: its review {{review}} was removed. Put it back from an export.',
  'incidents.settled_one': 'Settled: {{count}}',
  'incidents.settled_other': 'Settled: {{count}}',
  'incidents.over': 'Found {{date}}, settled {{until}}',

  'together.title': 'Goes out together',
  'together.add': 'Add to checkpoint…',
  'together.change': 'Change this…',
  'together.add.title': 'Add to a checkpoint',
  'together.change.title': 'Change this',
  'together.default-title': 'Change of {{title}}',
  'together.which': 'Checkpoint',
  'together.new': 'A new checkpoint',
  'together.name': 'Title',
  'together.kind': 'Kind',
  'together.group': 'Launch',
  'together.due': 'Due on (optional)',
  'together.no-groups':
    'No launch has a published brief yet. Publish the brief first, or choose a change.',
  'together.confirm.new': 'Open checkpoint',
  'together.confirm.add': 'Add',
  'together.not-held': 'Nothing in it has to be approved anew: it may also be published by itself.',

  'impact.none': 'Nothing that is published rests on this.',
  'impact.touches_one': 'A change of content will touch {{count}} document that rests on this:',
  'impact.touches_other': 'A change of content will touch {{count}} documents that rest on this:',
  'impact.roles': 'Asked to sign: {{roles}}.',
  'impact.checkpoints_one': '{{count}} open checkpoint will need new signatures.',
  'impact.checkpoints_other': '{{count}} open checkpoints will need new signatures.',
  'impact.editorial': 'An editorial change, in notes and codes, disturbs nobody.',

  'basis.label': 'Read and sign it',
  'basis.published': 'as everything is published',
  'basis.checkpoint': 'as it will be with “{{title}}”',
  'basis.hint':
    'This is about the copy that is out, on what the checkpoint will publish. A draft of it does not go out with the checkpoint.',

  ...checkpointWords,

  'list.all': 'Show all {{count}}',
  'list.fewer': 'Show the first {{count}}',

  'where-used.title': 'Rests on this',
  'where-used.none': 'Nothing that is published rests on this.',
  'where-used.error': 'What rests on this cannot be read at this moment.',
  'where-used.loading': 'Looking…',
} as const

export default resources
