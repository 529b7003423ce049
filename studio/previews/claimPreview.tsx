import type {PreviewConfig} from '@sanity/types'
import {CLAIM_CATEGORIES, titleOf} from '../../schemas/choices.ts'
import {joined} from './joined.ts'
import {StandingIcon} from './StandingIcon.tsx'

const DRAFT = /^(?:drafts|versions\.[^.]+)\./u

/** A claim in lists: its code and words, and where it stands. */
export const claimPreview: PreviewConfig = {
  select: {title: 'statement', code: 'code', category: 'category', id: '_id'},
  prepare: ({title, code, category, id}) => ({
    title: joined(' · ', code, title) || 'Untitled claim',
    subtitle: titleOf(CLAIM_CATEGORIES, category),
    ...(typeof id === 'string' ? {media: <StandingIcon id={id.replace(DRAFT, '')} />} : {}),
  }),
}
