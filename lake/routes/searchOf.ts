/** The query parameters of an address, without reading the rest of it. */
export function searchOf(url: string): URLSearchParams {
  const start = url.indexOf('?')
  const end = url.indexOf('#')
  const whole = end === -1 ? url : url.slice(0, end)
  return new URLSearchParams(start === -1 ? '' : whole.slice(start + 1))
}
