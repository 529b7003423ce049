import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Checkpoint} from '../model/checkpoint.ts'

/** The Studio's name for "open the page of a checkpoint". */
export const CHECKPOINT_INTENT = 'checkpoint'

/** A checkpoint by its title, which opens its page. */
export function CheckpointLink({
  checkpoint: {_id, title},
}: {
  checkpoint: Pick<Checkpoint, '_id' | 'title'>
}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <IntentLink intent={CHECKPOINT_INTENT} params={{id: _id}}>
      {title || t('checkpoint.untitled')}
    </IntentLink>
  )
}
