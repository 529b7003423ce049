import {readFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {join} from 'node:path'
import {getRequestListener} from '@hono/node-server'
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'
import {PERSONAS} from '../lake/personas.ts'
import {insideScript} from './keepInside.ts'

export interface ServeOptions {
  /** Folder of the bundled Studio. */
  studio: string
  lakeUrl: string
  projectId: string
  dataset: string
  /** Address of a service that is asked before anything is signed. */
  secondFactor?: string
  port: number
}

export interface ServedStudio {
  url: string
  close(): Promise<void>
}

/** Serves the bundled Studio on the loopback interface, telling the page where its lake is. */
export async function serveStudio(options: ServeOptions): Promise<ServedStudio> {
  const page = pageFor(options)
  const app = new Hono()
  // Names hold a hash of the content, which therefore never changes under them.
  app.use('/static/*', async (c, next) => {
    await next()
    if (c.res.ok && /\.(?:js|css)$/u.test(c.req.path))
      c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/static/*', serveStatic({root: options.studio}))
  app.use('/vendor/*', serveStatic({root: options.studio}))
  app.get('/favicon.ico', serveStatic({root: options.studio, path: 'static/favicon.ico'}))
  app.get('*', (c) => c.html(page))
  const handle = getRequestListener(app.fetch)
  const server = createServer((request, response) => void handle(request, response))
  const port = await bind(server, options.port)
  return {url: `http://localhost:${port}`, close: () => stop(server)}
}

/** The built page with the address of the lake, and asking nobody else but a second factor. */
function pageFor({studio, lakeUrl, projectId, dataset, secondFactor = ''}: ServeOptions): string {
  const address = {
    apiHost: lakeUrl.replace('127.0.0.1', 'localhost'),
    projectId,
    dataset,
    secondFactor,
    personas: PERSONAS.map(({id, name, job}) => ({id, title: `${job}: ${name}`})),
  }
  const asked = secondFactor && new URL(secondFactor).href
  const script = `window.__throughline=${JSON.stringify(address).replaceAll('<', '\\u003c')};${insideScript(asked)}`
  return readFileSync(join(studio, 'index.html'), 'utf8').replace(
    /<head[^>]*>/u,
    (head) => `${head}<script>${script}</script>`,
  )
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use: stop what uses it, or set THROUGHLINE_STUDIO_PORT`)
          : error,
      ),
    )
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
