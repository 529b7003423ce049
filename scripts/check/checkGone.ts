import type {SanityClient} from '@sanity/client'
import {inParts} from './pages.ts'
import {readLogs} from './readLogs.ts'
import type {Finding} from './report.ts'

const RAW = {perspective: 'raw', useCdn: false} as const
const PART = 500

/** Reviews were signed on them, or another was merged with them. */
const NAMED = `array::unique([
  ...*[_type == "review"][string::startsWith(basis, "claimGate.checkpoint.")].basis,
  ...*[_type == "checkpoint"].events[kind == "merged"].doc
])`

/** Checkpoints that something names and that are gone: what was held together goes out by itself then. */
export async function checkGone(client: SanityClient): Promise<Finding[]> {
  const named = await client.fetch<(string | null)[]>(NAMED, {}, RAW)
  const ids = named.filter((id) => id !== null)
  const there = new Set(
    await inParts(ids, PART, (part) =>
      client.fetch<string[]>('*[_id in $ids]._id', {ids: part}, RAW),
    ),
  )
  const gone = ids.filter((id) => !there.has(id)).toSorted()
  const logs = await readLogs(client, gone)
  return gone.map((id) => {
    const last = logs.get(id)?.at(-1)
    const by = last
      ? `${last.author} took it away at ${last.timestamp}`
      : 'the log tells of it no more'
    const message = `is gone, and was worked with: ${by}; put it back from an export, or open another with its members`
    return {about: 'checkpoint', id, message}
  })
}
