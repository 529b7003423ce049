import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {styled} from 'styled-components'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Checkpoint} from '../model/checkpoint.ts'

/** The Studio's name for "open the page of a checkpoint". */
export const CHECKPOINT_INTENT = 'checkpoint'

/** It stands among other words, from which its colour alone does not tell it; a text takes the line from its links. */
const UnderlinedLink = styled(IntentLink)`
  &&& {
    text-decoration: underline;
  }
`

/** A checkpoint by its title, which opens its page. */
export function CheckpointLink({
  checkpoint: {_id, title},
}: {
  checkpoint: Pick<Checkpoint, '_id' | 'title'>
}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <UnderlinedLink intent={CHECKPOINT_INTENT} params={{id: _id}}>
      {title || t('checkpoint.untitled')}
    </UnderlinedLink>
  )
}
