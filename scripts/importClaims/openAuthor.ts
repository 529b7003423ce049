import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {openClient, type OpenClient} from '../openClient.ts'

/** The persona who writes content in the embedded lake. */
const AUTHOR = 'author'

/**
 * The dataset that scripts work on, written to by a person: whoever writes a claim may not approve it for every role, and a
 * draft by the sealer would be nobody's. Anywhere but in the embedded lake it is the owner of `SANITY_AUTH_TOKEN`.
 */
export async function openAuthor(): Promise<OpenClient> {
  const open = await openClient()
  const {THROUGHLINE_LAKE_URL, SANITY_STUDIO_PROJECT_ID, THROUGHLINE_DATA} = process.env
  if (THROUGHLINE_LAKE_URL || SANITY_STUDIO_PROJECT_ID) return open
  try {
    const file = join(THROUGHLINE_DATA ?? '.throughline', 'lake.json')
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const token =
      isRecord(stored) && isRecord(stored.accounts) ? stored.accounts[AUTHOR] : undefined
    if (typeof token !== 'string') throw new Error(`The lake has no account "${AUTHOR}"`)
    return {...open, client: open.client.withConfig({token})}
  } catch (error) {
    await open.close()
    throw error
  }
}
