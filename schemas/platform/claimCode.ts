/** `CLM-` and three or four digits, which are the first group. */
export const CLAIM_CODE = /^CLM-(\d{3,4})$/u

const HIGHEST = 9999

/** The code after the highest of these: CLM-013 after CLM-012; the lowest that is free once they run out. */
export function nextCode(codes: readonly unknown[]): string {
  const numbers = codes.flatMap((code) =>
    typeof code === 'string' ? Number(CLAIM_CODE.exec(code)?.[1] ?? 0) : [],
  )
  const taken = new Set(numbers)
  let next = numbers.reduce((most, number) => Math.max(most, number), 0) + 1
  if (next > HIGHEST) for (next = 1; taken.has(next);) next++
  return `CLM-${String(next).padStart(3, '0')}`
}
