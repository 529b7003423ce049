import type {ChildResolver, ListItemBuilder, StructureResolver} from 'sanity/structure'
import {gateItem} from './gate.ts'
import {isAdministrator} from '../../schemas/launch/isAdministrator.ts'
import {launchesItem} from './launches.ts'
import {libraryItem} from './library.ts'
import {platformItem} from './platform.ts'
import {typeList} from './typeItem.ts'
import {ALL_TYPES} from './typeNames.ts'

/** Four doors: the message, the launches that carry it, everything by type, and for administrators the gate's records. */
export const structure: StructureResolver = (S) => {
  const doors = [platformItem(S), launchesItem(S), libraryItem(S)]
  if (isAdministrator(S.context.currentUser)) doors.push(gateItem(S))
  const types: readonly string[] = ALL_TYPES.filter((type) => S.context.schema.has(type))
  return S.list()
    .id('root')
    .title('Throughline')
    .items(doors)
    .child((id, options) => {
      const behind = openDoor(doors, id, options)
      // Links go by type and id, `structure/deckSlide;slide-03`, wherever a door to the type may be.
      return behind ?? (types.includes(id) ? typeList(S, id) : undefined)
    })
}

function openDoor(
  doors: readonly ListItemBuilder[],
  ...[id, options]: Parameters<ChildResolver>
): ReturnType<ChildResolver> {
  const child = doors.find((door) => door.getId() === id)?.getChild()
  return typeof child === 'function' ? child(id, options) : child
}
