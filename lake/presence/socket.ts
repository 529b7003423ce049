import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type RawData, type WebSocket} from 'ws'
import type {Accounts} from '../access/accounts.ts'
import {bearerToken} from '../access/bearerToken.ts'
import {ApiError, badRequest} from '../apiError.ts'
import {answerOnSocket} from '../http/answerOnSocket.ts'
import {isRecord, isShallow, MAX_DEPTH, textOf, type JsonRecord} from '../json.ts'
import {createPresenceRoom, type Member, type PresenceRoom} from './presenceRoom.ts'

const PATH = /^\/v[^/]+\/socket\/[^/]+$/u
const MESSAGE_BYTES = 64 * 1024
/** A tab that does not read is cut off before what waits for it fills the memory. */
const WAITING_BYTES = 1024 * 1024
const MOST_SOCKETS = 1000

/** Accepts the Studio's sockets, over which its tabs see each other. */
export function attachSocket(
  server: Server,
  accounts: Accounts,
  allows: (request: IncomingMessage) => boolean,
): {close: () => void} {
  const sockets = new WebSocketServer({noServer: true, maxPayload: MESSAGE_BYTES})
  sockets.on('wsClientError', (error, duplex) =>
    answerOnSocket(duplex, badRequest(`The socket cannot be opened: ${error.message}`)),
  )
  const room = createPresenceRoom()
  const upgrade = (request: IncomingMessage, duplex: Duplex, head: Buffer): void => {
    duplex.on('error', () => duplex.destroy())
    const [path = ''] = (request.url ?? '').split('?')
    if (!PATH.test(path) || !allows(request)) {
      duplex.destroy()
      return
    }
    if (sockets.clients.size >= MOST_SOCKETS) {
      answerOnSocket(duplex, tooManySockets())
      return
    }
    sockets.handleUpgrade(request, duplex, head, (socket) => accept(socket, accounts, room))
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

const tooManySockets = (): ApiError =>
  new ApiError(429, 'tooManySocketsError', `There are ${MOST_SOCKETS} sockets already`)

/** What is known of the other end: who, once a token told. */
interface Session {
  member?: Member
}

function accept(socket: WebSocket, accounts: Accounts, room: PresenceRoom): void {
  const session: Session = {}
  const send = (message: object): void => {
    if (socket.bufferedAmount > WAITING_BYTES) socket.terminate()
    else socket.send(JSON.stringify(message))
  }
  socket.on('error', () => socket.terminate())
  socket.on('close', () => session.member && room.leave(session.member))
  socket.on('message', (data: RawData) => {
    const {id, method, params} = parse(data)
    if (typeof method !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) return
    const given = isRecord(params) ? params : {}
    const answer =
      method === 'authorization'
        ? authorize(session, given, accounts, send)
        : answerTo(session, method, given, room)
    send({jsonrpc: '2.0', id, ...answer})
  })
}

function parse(data: RawData): JsonRecord {
  try {
    const message: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '')
    return isRecord(message) && isShallow(message, MAX_DEPTH) ? message : {}
  } catch {
    return {}
  }
}

function authorize(
  session: Session,
  {authorization}: JsonRecord,
  accounts: Accounts,
  send: Member['send'],
): object {
  const token = bearerToken(textOf(authorization))
  const account = token === undefined ? undefined : accounts.byToken(token)
  if (!account) return {error: {code: 4001, message: 'The token is not known to this lake'}}
  session.member = {userId: account.id, send}
  return {result: true}
}

function answerTo(
  {member}: Session,
  method: string,
  params: JsonRecord,
  room: PresenceRoom,
): object {
  if (!member) return {error: {code: 4001, message: 'Authorize first'}}
  const result = room.request(member, method, params)
  if (result === undefined) return {error: {code: -32_601, message: `Unknown method "${method}"`}}
  return {result}
}
