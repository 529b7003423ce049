import {closeSync, openSync, readFileSync, unlinkSync, writeSync} from 'node:fs'
import {join} from 'node:path'

/**
 * Takes a folder for this process; a lock left by a process that is gone is taken over.
 * @throws Error naming the process that holds it.
 */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'lake.lock')
  const holder = holderOf(file)
  if (holder !== undefined && isAlive(holder)) {
    throw new Error(`${directory} is in use by process ${holder}; stop it, or name another folder`)
  }
  if (holder !== undefined) unlinkSync(file)
  const descriptor = openSync(file, 'wx', 0o600)
  writeSync(descriptor, String(process.pid))
  closeSync(descriptor)
  return () => unlinkSync(file)
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
