/** Where the keyboard goes when something new takes the place of what it was on: once, as it appears. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus()
}

/** For words that the keyboard is brought to and that cannot be pressed. */
export const UNFRAMED = {outline: 'none'}
