import type {CurrentUser} from '@sanity/types'

/** Who administers the dataset, and sees the gate's own records. */
export const isAdministrator = (user: Pick<CurrentUser, 'roles'> | null): boolean =>
  user?.roles.some(({name}) => name === 'administrator') === true
