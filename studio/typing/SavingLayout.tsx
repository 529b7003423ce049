import {useEffect, type ReactElement} from 'react'
import {useDocumentStore, type LayoutProps} from 'sanity'

/**
 * The Studio, in which what was typed last is saved though its document is left at once: Sanity sends the changes of any
 * document a second after the ones before, and only as long as somebody listens to what becomes of them.
 */
export function SavingLayout(props: LayoutProps): ReactElement {
  const {pair} = useDocumentStore()
  useEffect(() => {
    // Of no document in particular.
    const listening = pair.operationEvents('', '').subscribe()
    return () => listening.unsubscribe()
  }, [pair])
  return props.renderDefault(props)
}
