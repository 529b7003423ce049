import {useEffect, type ReactElement} from 'react'
import type {LayoutProps} from 'sanity'
import {createGlobalStyle} from 'styled-components'
import {CORRECTED, correctRoles, IS_OPEN} from './correctRoles.ts'
import {NAMED, nameParts} from './nameParts.ts'

/** Nobody reads a part sooner after it has appeared. */
const AFTER_MS = 250
const PARTS = `${NAMED}, ${CORRECTED}`

/**
 * White initials are hard to read on several of the colours that people are given; black ones are not, but where a row that
 * is chosen or a coloured card tints them. A row that stands open keeps its border.
 */
const Readable = createGlobalStyle`
  [data-ui='Avatar']:not(:is([data-selected], [data-pressed], [data-tone='caution'], [data-tone='positive']) *)
    [data-ui='Label'] span {
    color: #000;
  }
  [${IS_OPEN}='true'] {
    border-color: var(--card-focus-ring-color) !important;
  }
`

/** Whether anything to be named has appeared, or says something wrong again. */
function bringsParts({type, target, addedNodes}: MutationRecord): boolean {
  if (type === 'attributes') return target instanceof Element && target.matches(CORRECTED)
  return [...addedNodes].some(
    (node) => node instanceof Element && (node.matches(PARTS) || node.querySelector(PARTS)),
  )
}

/** The Studio, in which whatever appears is named as well, and says of itself what it is. */
export function NamedLayout(props: LayoutProps): ReactElement {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const name = (): void => {
      waiting = undefined
      nameParts(document)
      correctRoles(document)
    }
    const observer = new MutationObserver((changes) => {
      if (waiting === undefined && changes.some(bringsParts)) waiting = setTimeout(name, AFTER_MS)
    })
    name()
    observer.observe(document.body, {
      attributeFilter: ['aria-controls', 'aria-expanded', 'aria-selected', 'role'],
      childList: true,
      subtree: true,
    })
    return () => {
      observer.disconnect()
      clearTimeout(waiting)
    }
  }, [])
  return (
    <>
      <Readable />
      {props.renderDefault(props)}
    </>
  )
}
