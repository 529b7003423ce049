import {Card, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {styled} from 'styled-components'
import {usePaneRouter} from '../studioCompat.ts'

const Beside = styled.span`
  min-width: 0;
  & > a {
    display: block;
    color: inherit;
    text-decoration: none;
    border-radius: 3px;
  }
  & > a:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
`

interface DocumentLinkProps {
  id: string
  type: string
  text: string
}

/** A link that opens a document beside the one at hand. */
export function DocumentLink({id, type, text}: DocumentLinkProps): ReactElement {
  const {ReferenceChildLink} = usePaneRouter()
  return (
    <Beside>
      <ReferenceChildLink documentId={id} documentType={type} parentRefPath={[]}>
        <Card as="span" border display="block" padding={2} radius={2}>
          <Text as="span" size={1} textOverflow="ellipsis">
            {text}
          </Text>
        </Card>
      </ReferenceChildLink>
    </Beside>
  )
}
