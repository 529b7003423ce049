import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {Text} from '@sanity/ui'
import {Tooltip} from '@sanity/ui/tooltip'
import type {ReactElement} from 'react'
import {useClaims} from '../matching/useClaims.ts'
import {standingLook} from './standingLook.ts'

/** Where a claim stands, in the place of a picture: its icon, with the word on hover and for who cannot see it. */
export function StandingIcon({id}: {id: string}): ReactElement {
  const claims = useClaims()
  const standing = claims.status === 'ready' ? claims.standings.get(id) : undefined
  if (standing === undefined) return <BulbOutlineIcon />
  const {word, icon: Icon} = standingLook(standing)
  return (
    <Tooltip content={<Text size={1}>{word}</Text>} padding={2} placement="right" portal>
      <span data-standing={standing}>
        <Icon aria-label={word} />
      </span>
    </Tooltip>
  )
}
