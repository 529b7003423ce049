const ROWS = 'div[aria-selected]:not([role])'
const TABS = '[role="tab"][aria-controls]'
/** Walked with the arrow keys: of these the Studio says which has the focus as if it were chosen. */
const WALKED = ':is(a, button)[aria-selected]:not([role])'
const OPENS_NOTHING = 'div[aria-expanded]:not([role])'
/** Lists of links: what stands in them is followed, not chosen. Those of the Studio's search are chosen from. */
const PANES = ':is([data-testid="structure-tool-list-pane"], [data-testid="document-list-pane"])'
const LISTS = `${PANES} ul[role="listbox"]`
const ITEMS = `${PANES} ul > li[role="option"]`
/** Where the arrow keys are listened to for such a list. */
const AROUND = `${PANES} div[aria-activedescendant]:not([role])`
const SEARCHES = 'input[role="combobox"][aria-controls]'

/** What may say something wrong of itself. */
export const CORRECTED = [ROWS, TABS, WALKED, OPENS_NOTHING, LISTS, ITEMS, AROUND, SEARCHES].join()

/** Says of the row that stands open what `aria-selected` said of it, for those who see it. */
export const IS_OPEN = 'data-member-open'

/** Takes away what parts of the Studio's own screens say wrongly to assistive technology. */
export function correctRoles(root: Document): void {
  // A row is no option of a list.
  for (const row of root.querySelectorAll(ROWS)) {
    row.setAttribute(IS_OPEN, row.getAttribute('aria-selected') ?? 'false')
    row.removeAttribute('aria-selected')
  }
  for (const tab of root.querySelectorAll(TABS))
    if (!controlledBy(tab)) tab.removeAttribute('aria-controls')
  for (const part of root.querySelectorAll(WALKED)) part.removeAttribute('aria-selected')
  for (const part of root.querySelectorAll(OPENS_NOTHING)) part.removeAttribute('aria-expanded')
  for (const list of root.querySelectorAll(LISTS)) {
    list.setAttribute('role', 'list')
    list.removeAttribute('aria-multiselectable')
  }
  for (const item of root.querySelectorAll(ITEMS)) item.removeAttribute('role')
  for (const around of root.querySelectorAll(AROUND)) around.setAttribute('role', 'group')
  for (const search of root.querySelectorAll(SEARCHES))
    if (controlledBy(search)?.closest(PANES)) {
      search.setAttribute('role', 'searchbox')
      search.removeAttribute('aria-expanded')
    }
}

/** What a part says that it controls, where that is there. */
const controlledBy = (part: Element): Element | null =>
  part.ownerDocument.getElementById(part.getAttribute('aria-controls') ?? '')
