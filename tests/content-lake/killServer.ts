import {createLake} from '../../lake/createLake.ts'

/*
 * A lake in a process of its own, to be killed: serves the folder that it is given, and says where it listens; or ends
 * without closing it.
 */
const [directory = '', token = '', end] = process.argv.slice(2)
const account = {id: 'writer', name: 'Writer', email: 'writer@example.org', token}
const lake = createLake({directory, accounts: [{...account, role: 'administrator'}]})
process.stdout.write(`${await lake.listen()}\n`)
if (end !== undefined) process.exit()
