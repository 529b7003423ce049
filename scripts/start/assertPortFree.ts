import {createServer} from 'node:net'

/**
 * Tells before anything long begins that a port is taken.
 * @throws Error that names the environment variable which chooses another port.
 */
export function assertPortFree(port: number, variable: string): Promise<void> {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use: stop what uses it, or set ${variable}`)
          : error,
      ),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}
