/** Parts of the Studio that show a picture alone and say nothing to whoever does not see it. */
const UNNAMED: readonly (readonly [selector: string, name: string])[] = [
  ['[data-ui="DragHandleButton"]', 'Move'],
  ['button[data-ui="MenuButton"]:not(#user-menu)', 'More actions'],
  ['[data-ui="Navbar"] a[href="/"]', 'Start'],
  ['a[data-ui="Button"]:has([data-sanity-icon="close"])', 'Close'],
  ['a[data-ui="Button"]:has([data-sanity-icon="arrow-left"])', 'Back'],
]

const NAMELESS = ':not([aria-label], [aria-labelledby], [title])'
const MEMBERS = `input[id$="]"]${NAMELESS}`
const TEXTS = `[contenteditable="true"]${NAMELESS}`

/** What may have to be named. */
export const NAMED = [...UNNAMED.map(([selector]) => selector), MEMBERS, TEXTS].join()

/** Says in words what parts of the Studio's own screens show in pictures alone. What has a name keeps it. */
export function nameParts(root: Document): void {
  for (const [selector, name] of UNNAMED)
    for (const part of root.querySelectorAll(`${selector}${NAMELESS}`))
      if (part.textContent.trim() === '') part.setAttribute('aria-label', name)
  for (const input of root.querySelectorAll(MEMBERS)) nameMember(input)
  for (const text of root.querySelectorAll(TEXTS)) nameByField(text, '')
}

/** A member of a list is named by the list and its place in it. */
function nameMember(input: Element): void {
  const place = /\[(\d+)\]$/u.exec(input.id)?.[1]
  if (place !== undefined) nameByField(input, ` ${Number(place) + 1}`)
}

function nameByField(part: Element, end: string): void {
  const field = part.closest('fieldset, [data-testid^="field-"]')
  const title = field?.querySelector('legend, label, [data-ui="Text"]')?.textContent.trim()
  if (title) part.setAttribute('aria-label', `${title}${end}`)
}
