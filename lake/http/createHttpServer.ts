import {createServer, type Server} from 'node:http'
import type {AddressInfo, Socket} from 'node:net'
import {getRequestListener, RequestError} from '@hono/node-server'
import type {Hono} from 'hono'
import {asApiError, badRequest} from '../apiError.ts'
import type {LakeEnv} from '../context.ts'
import {admit, type AllowsOrigin} from './admit.ts'
import {HEADER_BYTES, type HttpLimits} from './httpLimits.ts'
import type {QuickAnswer} from './quickQuery.ts'
import {refuseGarbage} from './refuseGarbage.ts'

export interface HttpServer {
  server: Server
  /** Listens, and tells at which address. */
  bind(port: number, host: string): Promise<string>
  /** Hangs up on everybody. */
  stop(): Promise<void>
}

/** Creates a server that no single client can keep from serving the others. */
export function createHttpServer(
  quick: QuickAnswer,
  fetch: Hono<LakeEnv>['fetch'],
  allows: AllowsOrigin,
  limits: HttpLimits,
  broken: (error: unknown) => void,
): HttpServer {
  const handle = getRequestListener((request, env) => fetch(request, env), {
    errorHandler(error) {
      if (!(error instanceof RequestError)) broken(error)
      return unreadable(error)
    },
  })
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keptMs,
      connectionsCheckingInterval: Math.min(limits.headersMs, 1000),
      // The lake says itself what is missing.
      requireHostHeader: false,
    },
    (request, response) => {
      if (!admit(request, response, allows) || quick(request, response)) return
      void handle(request, response)
    },
  )
  server.timeout = limits.stillMs
  server.maxConnections = limits.connections
  refuseGarbage(server)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    server,
    bind: (port, host) => bind(server, port, host),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        sockets.forEach((socket) => socket.destroy())
      }),
  }
}

/** The answer to what reaches no endpoint: an address that cannot be read, or something that broke on the way there. */
function unreadable(error: unknown): Response {
  const answer =
    error instanceof RequestError
      ? badRequest(`The address cannot be read: ${error.message}`)
      : asApiError(error)
  return new Response(JSON.stringify(answer.body()), {
    status: answer.statusCode,
    headers: {'content-type': 'application/json'},
  })
}

function bind(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => {
      const busy = error.code === 'EADDRINUSE'
      reject(
        busy ? new Error(`Port ${port} is in use: stop what uses it, or name another port`) : error,
      )
    }
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      // A connection that cannot be accepted, for want of file descriptors, is no reason to end.
      server.on('error', () => undefined)
      const address = server.address()
      const name = host.includes(':') ? `[${host}]` : host
      resolve(`http://${name}:${isAddress(address) ? address.port : port}`)
    })
  })
}

function isAddress(address: ReturnType<Server['address']>): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
