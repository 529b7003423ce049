const ROWS = 'div[aria-selected]:not([role])'
const TABS = '[role="tab"][aria-controls]'
const LINKS = ':is(a, button)[aria-selected]:not([role])'
const OPENS_NOTHING = 'div[aria-expanded]:not([role])'
/** Lists of links: what stands in them is followed, not chosen. Those that a search opens are chosen from. */
const PANES = ':is([data-testid="structure-tool-list-pane"], [data-testid="document-list-pane"])'
const LISTS = `${PANES} ul[role="listbox"]`
const ITEMS = `${PANES} ul > li[role="option"]`

/** Where the arrow keys are listened to for such a list. */
const WALKED = `${PANES} div[aria-activedescendant]:not([role])`

/** What may say something wrong of itself. */
export const CORRECTED = [ROWS, TABS, LINKS, OPENS_NOTHING, LISTS, ITEMS, WALKED].join()

/** Takes away what parts of the Studio's own screens say wrongly to assistive technology. */
export function correctRoles(root: Document): void {
  // A row is no option of a list.
  for (const row of root.querySelectorAll(ROWS)) row.removeAttribute('aria-selected')
  for (const tab of root.querySelectorAll(TABS))
    if (!root.getElementById(tab.getAttribute('aria-controls') ?? ''))
      tab.removeAttribute('aria-controls')
  for (const link of root.querySelectorAll(LINKS)) {
    if (link.getAttribute('aria-selected') === 'true') link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
    link.removeAttribute('aria-selected')
  }
  for (const part of root.querySelectorAll(OPENS_NOTHING)) part.removeAttribute('aria-expanded')
  for (const list of root.querySelectorAll(LISTS)) {
    list.setAttribute('role', 'list')
    list.removeAttribute('aria-multiselectable')
  }
  for (const item of root.querySelectorAll(ITEMS)) item.removeAttribute('role')
  for (const around of root.querySelectorAll(WALKED)) around.setAttribute('role', 'group')
}
