import {Box, Text} from '@sanity/ui'
import {Tooltip} from '@sanity/ui/tooltip'
import type {ReactElement} from 'react'
import type {BlockAnnotationProps} from 'sanity'
import {fieldOf, referencedId} from '../../schemas/references.ts'
import {useClaims} from '../matching/useClaims.ts'
import {ClaimLine} from './ClaimLine.tsx'

/** Words that are tied to a claim: which one, and where it stands, is shown on hover. */
export function CitedSpan(props: BlockAnnotationProps): ReactElement {
  const id = referencedId(fieldOf(props.value, 'claim'))
  if (id === undefined) return props.renderDefault(props)
  return props.renderDefault({
    ...props,
    textElement: (
      <Tooltip content={<CitedClaim id={id} />} placement="top" portal>
        <span data-cited={id}>{props.textElement}</span>
      </Tooltip>
    ),
  })
}

/** Reads the claims only when somebody wants to see one. */
function CitedClaim({id}: {id: string}): ReactElement {
  const claims = useClaims()
  const claim = claims.status === 'ready' ? claims.byId.get(id) : undefined
  return (
    <Box data-testid="cited-on-hover" padding={2} style={{maxWidth: 360}}>
      {claim && claims.status === 'ready' ? (
        <ClaimLine claim={claim} standing={claims.standings.get(id)} />
      ) : (
        <Text muted size={1}>
          {claims.status === 'ready' ? 'The claim is not there any more.' : 'Reading the claim…'}
        </Text>
      )}
    </Box>
  )
}
