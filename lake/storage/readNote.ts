import {DatabaseSync} from 'node:sqlite'
import {pathToFileURL} from 'node:url'

/** Whether a store notes in its file that it is in use, whatever its journal says; neither is touched. */
export function readNote(file: string): boolean {
  const alone = pathToFileURL(file)
  // SQLite makes a journal, even to read, unless it is told that nothing changes.
  alone.searchParams.set('immutable', '1')
  const database = new DatabaseSync(alone, {readOnly: true})
  try {
    const columns = database.prepare("SELECT name FROM pragma_table_info('progress')").all()
    if (!columns.some(({name}) => name === 'open')) return false
    return database.prepare('SELECT open FROM progress').get()?.open === 1
  } finally {
    database.close()
  }
}
