import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type RawData, type WebSocket} from 'ws'
import type {Account, Accounts} from '../access/accounts.ts'
import {isRecord} from '../json.ts'

const PATH = /^\/v[^/]+\/socket\/[^/]+$/u
const MESSAGE_BYTES = 64 * 1024

/** Accepts the Studio's socket and acknowledges what it says, so that it neither waits nor comes again and again. */
export function attachSocket(
  server: Server,
  accounts: Accounts,
  allows: (request: IncomingMessage) => boolean,
): {close: () => void} {
  const sockets = new WebSocketServer({noServer: true, maxPayload: MESSAGE_BYTES})
  const upgrade = (request: IncomingMessage, duplex: Duplex, head: Buffer): void => {
    duplex.on('error', () => duplex.destroy())
    const [path = ''] = (request.url ?? '').split('?')
    if (!PATH.test(path) || !allows(request)) {
      duplex.destroy()
      return
    }
    sockets.handleUpgrade(request, duplex, head, (socket) => accept(socket, accounts))
  }
  server.on('upgrade', upgrade)
  return {
    close() {
      server.off('upgrade', upgrade)
      sockets.clients.forEach((socket) => socket.terminate())
      sockets.close()
    },
  }
}

function accept(socket: WebSocket, accounts: Accounts): void {
  const state: {account?: Account | undefined} = {}
  socket.on('error', () => socket.terminate())
  socket.on('message', (data: RawData) => {
    const message = parse(data)
    if (!message || (typeof message.id !== 'string' && typeof message.id !== 'number')) return
    const answer = reply(message, state, accounts)
    socket.send(JSON.stringify({jsonrpc: '2.0', id: message.id, ...answer}))
  })
}

function parse(data: RawData): Record<string, unknown> | undefined {
  try {
    const message: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '')
    return isRecord(message) ? message : undefined
  } catch {
    return undefined
  }
}

function reply(
  {method, params}: Record<string, unknown>,
  state: {account?: Account | undefined},
  accounts: Accounts,
): object {
  if (method === 'authorization') {
    const token = isRecord(params) && typeof params.token === 'string' ? params.token : ''
    state.account = accounts.byToken(token)
    return state.account
      ? {result: {}}
      : {error: {code: -32_001, message: 'The token is not known'}}
  }
  return {result: {}}
}
