import {createLake} from '../../lake/createLake.ts'

/*
 * A lake in a process of its own, to be killed: serves the folder that it is given, and says where it listens; or ends
 * without closing it. It may become another user first.
 */
const [directory = '', token = ''] = process.argv.slice(2)
const {LAKE_USER, LAKE_ENDS} = process.env
if (LAKE_USER !== undefined) {
  process.setgroups?.([])
  process.setgid?.(Number(LAKE_USER))
  process.setuid?.(Number(LAKE_USER))
}
const account = {id: 'writer', name: 'Writer', email: 'writer@example.org', token}
const lake = createLake({directory, accounts: [{...account, role: 'administrator'}]})
process.stdout.write(`${await lake.listen()}\n`)
if (LAKE_ENDS !== undefined) process.exit()
