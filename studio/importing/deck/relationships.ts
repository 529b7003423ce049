import type {Archive} from './openArchive.ts'
import {childrenOf} from './xmlNode.ts'

export interface Relationship {
  id: string
  /** The end of its address: the strict and the usual dialect differ before it. */
  kind: string
  /** Name of a part; an address where it lies outside. */
  target: string
  external: boolean
}

/** What a part refers to; nothing where it has no list of its own. */
export function relationshipsOf(archive: Archive, part: string): Relationship[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const list = archive.xml(`${folder}_rels/${part.slice(slash)}.rels`)
  return childrenOf(list, 'Relationship').map(({attributes}) => {
    const target = attributes.get('Target') ?? ''
    const external = attributes.get('TargetMode') === 'External'
    return {
      id: attributes.get('Id') ?? '',
      kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : partAt(folder, target),
      external,
    }
  })
}

/** The part that a target names from a folder; one that leads out of the file names nothing that is there. */
function partAt(folder: string, target: string): string {
  const steps = target.startsWith('/')
    ? target.split('/')
    : [...folder.split('/'), ...target.split('/')]
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return decodedPath(path.join('/'))
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
