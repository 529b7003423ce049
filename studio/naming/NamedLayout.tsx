import {useEffect, type ReactElement} from 'react'
import type {LayoutProps} from 'sanity'
import {bringsParts, nameParts} from './nameParts.ts'

/** Nobody reads a part sooner after it has appeared. */
const AFTER_MS = 250

/** The Studio, in which whatever appears is named as well. */
export function NamedLayout(props: LayoutProps): ReactElement {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const name = (): void => {
      waiting = undefined
      nameParts(document)
    }
    const observer = new MutationObserver((changes) => {
      if (waiting === undefined && changes.some(bringsParts)) waiting = setTimeout(name, AFTER_MS)
    })
    nameParts(document)
    observer.observe(document.body, {
      attributeFilter: ['aria-controls', 'aria-selected'],
      childList: true,
      subtree: true,
    })
    return () => {
      observer.disconnect()
      clearTimeout(waiting)
    }
  }, [])
  return props.renderDefault(props)
}
