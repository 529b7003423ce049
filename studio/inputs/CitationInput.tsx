import {Card, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useFormValue, type ObjectInputProps} from 'sanity'
import {IntentLink} from 'sanity/router'
import {fieldOf, referencedId} from '../../schemas/references.ts'
import {asText} from '../matching/asText.ts'
import {useClaims} from '../matching/useClaims.ts'
import {citedWords} from './citedWords.ts'
import {ClaimLine} from './ClaimLine.tsx'
import {ClaimPicker} from './ClaimPicker.tsx'
import {useCite} from './useCite.ts'

/** Ties selected words to the claim that they state; stands in the popover of the annotation. */
export function CitationInput(props: ObjectInputProps): ReactElement {
  const {path, readOnly, value} = props
  const claims = useClaims()
  const block = useFormValue(path.slice(0, -2))
  const {text} = citedWords(block, asText(fieldOf(value, '_key')))
  const cite = useCite(props)
  if (claims.status === 'loading')
    return (
      <Text as="output" muted size={1}>
        Reading the claims…
      </Text>
    )
  // The Studio's own field still works where the list could not be read.
  if (claims.status === 'error') return props.renderDefault(props)
  const id = referencedId(fieldOf(value, 'claim'))
  const cited = id === undefined ? undefined : claims.byId.get(id)
  const verdict = claims
    .index()
    .suggest(text)
    .find(({claim}) => claim.id === id)?.verdict
  return (
    <Stack data-testid="citation" gap={4}>
      {id !== undefined && (
        <Card border data-testid="cited-claim" padding={3} radius={2}>
          <Stack gap={3}>
            {cited ? (
              <ClaimLine claim={cited} standing={claims.standings.get(id)} verdict={verdict} />
            ) : (
              <Text size={1}>The claim is not there any more: choose another.</Text>
            )}
            <Text size={1}>
              <IntentLink intent="edit" params={{id, type: 'claim'}}>
                Open the claim
              </IntentLink>
            </Text>
          </Stack>
        </Card>
      )}
      {!readOnly && (
        <ClaimPicker
          claims={claims}
          onChoose={(claim) =>
            cite({id: claim.id, isPublished: claims.standings.get(claim.id) !== 'unpublished'})
          }
          words={text}
        />
      )}
    </Stack>
  )
}
