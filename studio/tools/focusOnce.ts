/** Where the keyboard goes when something new takes the place of what it was on: once, as it appears. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus()
}
