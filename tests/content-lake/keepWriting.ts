import {ACCOUNTS, startLake} from '../support/startLake.ts'

/*
 * A process of its own, to be killed: writes pairs of documents to a lake in the folder that it is given, several
 * writers at once, and says the number of each pair once it was acknowledged.
 */
const WRITERS = 8
const {clientFor} = await startLake({directory: process.argv[2] ?? '', accounts: ACCOUNTS})
const client = clientFor('administrator')

async function write(writer: number): Promise<void> {
  for (let number = writer; ; number += WRITERS) {
    await client
      .transaction()
      .create({_id: `first-${number}`, _type: 'pair', number})
      .create({_id: `second-${number}`, _type: 'pair', number, first: {_ref: `first-${number}`}})
      .commit({returnDocuments: false})
    process.stdout.write(`${number}\n`)
  }
}

await Promise.all(Array.from({length: WRITERS}, (_, writer) => write(writer)))
