/** Keys for the members of a list, made from what each is of, so that every run makes the same. */
export function createKeys(taken: readonly string[]): (of: string) => string {
  const used = new Set(taken)
  return (of) => {
    const name = of.replaceAll(/[^\w-]/gu, '-')
    let key = name
    for (let count = 2; used.has(key); count += 1) key = `${name}-${count}`
    used.add(key)
    return key
  }
}
