import {createServer, request} from 'node:http'

/** Something between a client and a lake, over real connections. */
export interface Between {
  url: string
  close(): Promise<void>
}

/** Passes requests on; before each, `before` is told which it is and may have the connection cut. */
export async function standBetween(
  lake: string,
  before: (count: number, url: string) => Promise<'cut' | 'pass'>,
): Promise<Between> {
  const state = {count: 0}
  const server = createServer((incoming, outgoing) => {
    state.count += 1
    const pass = (): void => {
      const {url = '/', method = 'GET', headers} = incoming
      const sent = request(`${lake}${url}`, {method, headers}, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
      sent.on('error', () => outgoing.destroy())
      incoming.pipe(sent)
    }
    before(state.count, incoming.url ?? '/').then(
      (what) => (what === 'cut' ? incoming.socket.destroy() : pass()),
      () => incoming.socket.destroy(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens nowhere')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
