import {fc} from '@fast-check/vitest'
import {IDS, ROLES, type Id, type Role} from './trialDocuments.ts'

/** What a person or a program does. */
export type Step =
  | {do: 'edit'; id: Id; value: string}
  | {do: 'editorial'; id: Id; note: string}
  | {do: 'raw'; id: Id; value: string}
  | {do: 'publishRaw'; id: Id}
  | {do: 'sign'; id: Id; role: Role}
  | {do: 'request'; id: Id; role: Role}
  | {do: 'publish'; id: Id}
  | {do: 'seal'}
  | {do: 'release'; id: Id}
  | {do: 'carry'; id: Id; value: string}
  | {do: 'recall'; id: Id}
  | {do: 'date'; id: Id; field: 'from' | 'until'; ahead: number}
  | {do: 'carryUntil'; id: Id; value: string; ahead: number}
  | {do: 'tick'; days: number}
  | {do: 'join'; ids: Id[]}
  | {do: 'takeOut'; id: Id}
  | {do: 'giveUp'}
  | {do: 'publishTogether'}
  | {do: 'releaseTogether'; value: string}
  | {do: 'change'; ids: Id[]; value: string}
  | {do: 'expire'; id: Id}
  | {do: 'suggest'; id: Id; value: string}
  | {do: 'signMany'; role: Role}
  | {do: 'setAside'; id: Id; value: string}
  | {do: 'merge'; ids: Id[]; value: string}
  | {do: 'remove'; ids: Id[]}
  | {do: 'remake'; id: Id; value: string}
  | {do: 'import'; exported: 'now' | 'beginning'}
  | {do: 'cut'; road: 'seal' | 'publish' | 'together'; id: Id; value: string; at: number}
  | {do: 'atOnce'; both: [Small, Small]; isReady: boolean}

/** What one request or a few do, so that two of them meet. */
export type Small = Extract<Step, {do: 'sign' | 'publish' | 'seal' | 'recall' | 'raw' | 'remove'}>

const id = fc.constantFrom(...IDS)
const role = fc.constantFrom(...ROLES)
const value = fc.constantFrom('0', '1', '2')
const dated = fc.constantFrom('c1' as const, 'c2' as const)
const field = fc.constantFrom('from' as const, 'until' as const)
const ahead = fc.constantFrom(1, 2)

const some = fc.uniqueArray(id, {minLength: 1, maxLength: 3})
const leaf = fc.constantFrom('p1' as const, 'p2' as const)
const small: fc.Arbitrary<Small> = fc.oneof(
  {weight: 3, arbitrary: fc.record({do: fc.constant('sign' as const), id, role})},
  {weight: 3, arbitrary: fc.record({do: fc.constant('publish' as const), id})},
  {weight: 2, arbitrary: fc.constant({do: 'seal' as const})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('recall' as const), id})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('raw' as const), id, value})},
  {
    weight: 1,
    arbitrary: fc.record({do: fc.constant('remove' as const), ids: fc.tuple(leaf)}),
  },
)

/** Weighted: what must happen in one order to matter is drawn as one step. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 4, arbitrary: fc.record({do: fc.constant('edit' as const), id, value})},
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('editorial' as const),
      id,
      note: fc.constantFrom('a', 'b'),
    }),
  },
  {weight: 3, arbitrary: fc.record({do: fc.constant('raw' as const), id, value})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('publishRaw' as const), id})},
  {weight: 5, arbitrary: fc.record({do: fc.constant('sign' as const), id, role})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('request' as const), id, role})},
  {weight: 4, arbitrary: fc.record({do: fc.constant('publish' as const), id})},
  {weight: 2, arbitrary: fc.constant({do: 'seal' as const})},
  {weight: 4, arbitrary: fc.record({do: fc.constant('release' as const), id})},
  {weight: 3, arbitrary: fc.record({do: fc.constant('carry' as const), id, value})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('recall' as const), id})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('date' as const), id: dated, field, ahead})},
  {
    weight: 2,
    arbitrary: fc.record({do: fc.constant('carryUntil' as const), id, value, ahead}),
  },
  {weight: 3, arbitrary: fc.record({do: fc.constant('tick' as const), days: ahead})},
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      ids: some,
    }),
  },
  {weight: 1, arbitrary: fc.record({do: fc.constant('takeOut' as const), id})},
  {weight: 1, arbitrary: fc.constant({do: 'giveUp' as const})},
  {weight: 1, arbitrary: fc.constant({do: 'publishTogether' as const})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('releaseTogether' as const), value})},
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      ids: fc.uniqueArray(id, {minLength: 1, maxLength: 3}),
      value,
    }),
  },
  {weight: 2, arbitrary: fc.record({do: fc.constant('expire' as const), id: dated})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('suggest' as const), id, value})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('signMany' as const), role})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('setAside' as const), id, value})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('merge' as const), ids: some, value})},
  // What others rest on can be deleted only after them.
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('remove' as const),
      ids: fc.oneof(fc.tuple(leaf), fc.constant<Id[]>(['p2', 'c2', 'e2']), some),
    }),
  },
  {weight: 2, arbitrary: fc.record({do: fc.constant('remake' as const), id: leaf, value})},
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      exported: fc.constantFrom('now' as const, 'beginning' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('cut' as const),
      road: fc.constantFrom('seal' as const, 'publish' as const, 'together' as const),
      id,
      value,
      at: fc.integer({min: 1, max: 9}),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('atOnce' as const),
      both: fc.tuple(small, small),
      isReady: fc.boolean(),
    }),
  },
)
