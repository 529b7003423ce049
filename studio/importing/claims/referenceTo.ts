import type {Source} from './library.ts'

/** A reference as the Studio writes it: one to what is only a draft grows firm when that is published. */
export const referenceTo = ({
  id,
  type,
  isPublished,
}: Source): Readonly<Record<string, unknown>> => ({
  _type: 'reference',
  _ref: id,
  ...(isPublished ? {} : {_weak: true, _strengthenOnPublish: {type}}),
})
