import type {SanityClient} from '@sanity/client'
import {isRecord, type JsonRecord} from '../model/record.ts'

/** The transactions that touched any of these documents, as the lake's own log has them, one record each. */
export async function readLog(
  client: SanityClient,
  ids: readonly string[],
  parameters: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<JsonRecord[]> {
  const query = new URLSearchParams({excludeContent: 'true', ...parameters})
  const log: unknown = await client.request({
    url: `/data/history/${client.config().dataset}/transactions/${ids.join(',')}?${query}`,
    json: false,
    ...(signal ? {signal} : {}),
  })
  const lines = typeof log === 'string' ? log.split('\n').filter((line) => line.trim() !== '') : []
  return lines.map((line): unknown => JSON.parse(line)).filter(isRecord)
}
