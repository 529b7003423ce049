import type {ReactElement} from 'react'

/** One line through everything that carries the message. */
export function ThroughlineIcon(): ReactElement {
  return (
    <svg viewBox="0 0 25 25" fill="none" xmlns="http://www.w3.org/2000/svg" aria-hidden="true">
      <rect width="25" height="25" rx="4" fill="#0b5c63" />
      <path d="M4 12.5H21" stroke="#fff" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="7.5" cy="12.5" r="2.6" fill="#fff" />
      <rect x="15" y="9.9" width="5.2" height="5.2" rx="1" fill="#fff" />
    </svg>
  )
}
