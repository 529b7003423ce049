/** Buttons of the Studio's forms that show a picture alone and say nothing to whoever does not see it. */
const UNNAMED: readonly (readonly [selector: string, name: string])[] = [
  ['[data-ui="DragHandleButton"]', 'Move'],
  ['button[data-ui="MenuButton"]', 'More actions'],
]

const NAMELESS = ':not([aria-label], [aria-labelledby], [title])'
const MEMBERS = `input[id$="]"]${NAMELESS}`
const ROWS = 'div[aria-selected]:not([role])'
const TABS = '[role="tab"][aria-controls]'
const PARTS = [...UNNAMED.map(([selector]) => selector), MEMBERS, ROWS, TABS].join()

/** Whether anything to be named has appeared, or says something wrong again. */
export function bringsParts({type, target, addedNodes}: MutationRecord): boolean {
  if (type === 'attributes') return target instanceof Element && target.matches(PARTS)
  return [...addedNodes].some(
    (node) => node instanceof Element && (node.matches(PARTS) || node.querySelector(PARTS)),
  )
}

/**
 * Says in words what parts of the Studio's own forms show in pictures alone, and takes away what they say wrongly to
 * assistive technology. What has a name keeps it.
 */
export function nameParts(root: Document): void {
  for (const [selector, name] of UNNAMED)
    for (const button of root.querySelectorAll(`${selector}${NAMELESS}`))
      if (button.textContent.trim() === '') button.setAttribute('aria-label', name)
  for (const input of root.querySelectorAll(MEMBERS)) nameMember(input)
  // A row is no option of a list.
  for (const row of root.querySelectorAll(ROWS)) row.removeAttribute('aria-selected')
  for (const tab of root.querySelectorAll(TABS))
    if (!root.getElementById(tab.getAttribute('aria-controls') ?? ''))
      tab.removeAttribute('aria-controls')
}

/** A member of a list is named by the list and its place in it. */
function nameMember(input: Element): void {
  const place = /\[(\d+)\]$/u.exec(input.id)?.[1]
  const field = input.closest('fieldset, [data-testid^="field-"]')
  const title = field?.querySelector('legend, label, [data-ui="Text"]')?.textContent.trim()
  if (place === undefined || !title) return
  input.setAttribute('aria-label', `${title} ${Number(place) + 1}`)
}
