const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'

/** Digits that stand above or below the line, kept apart: “93%” with a reference mark 1 must not become “93%1”. */
export function raisedOrLowered(text: string, baseline: string | undefined): string {
  const height = Number.parseFloat(baseline ?? '0')
  if (!height) return text
  const digits = height > 0 ? RAISED : LOWERED
  return text.replaceAll(/\d/gu, (digit) => digits[Number(digit)] ?? digit)
}
