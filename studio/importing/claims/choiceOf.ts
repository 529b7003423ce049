import type {Choice} from '../../../schemas/choices.ts'
import {plainName} from './plainName.ts'

/** Words of the field for values of the content model; none that means more, or less, than the value does. */
const ALSO: Readonly<Record<string, string>> = {
  usa: 'US',
  unitedstatesofamerica: 'US',
  healthcareprofessional: 'HCP',
  valueanalysiscommittee: 'VAC',
  grouppurchasingorganization: 'GPO',
  consistentwithlabeling: 'consistentWithLabel',
  consistentwithlabelling: 'consistentWithLabel',
  cfl: 'consistentWithLabel',
}

/** The value that is meant by its value or its title, in one or in plural. */
export function choiceOf(list: readonly Choice[], text: string): string | undefined {
  const wanted = plainName(text)
  const meant = (name: string): string | undefined =>
    list.find(({value, title}) =>
      [value, title].some((each) => plainName(each) === name || value === ALSO[name]),
    )?.value
  return meant(wanted) ?? (wanted.endsWith('s') ? meant(wanted.slice(0, -1)) : undefined)
}
