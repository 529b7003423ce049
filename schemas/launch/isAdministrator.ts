import type {CurrentUser} from '@sanity/types'

/** Who administers the dataset: says in which functions people may sign, and sees the gate's own records. */
export const isAdministrator = (user: Pick<CurrentUser, 'roles'> | null | undefined): boolean =>
  user?.roles.some(({name}) => name === 'administrator') === true
