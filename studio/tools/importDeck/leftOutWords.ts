import type {TFunction} from 'sanity'
import type {LeftOut} from '../../importing/deck/importedDeck.ts'

/** What was not taken over, by its kind, and its name where it has one. */
export function leftOutWords(t: TFunction, {kind, name}: LeftOut): string {
  const words = t(`left-out.${kind}`)
  return name ? `${words} (${name})` : words
}
