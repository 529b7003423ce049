import {request} from 'node:http'

export interface RawAnswer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}

export interface RawRequest {
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: string
}

/** Sends a request exactly as told, also with headers that `fetch` does not let a program set. */
export function askRaw(
  url: string,
  {method = 'GET', headers = {}, body}: RawRequest = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {method, headers: {...headers}}, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
