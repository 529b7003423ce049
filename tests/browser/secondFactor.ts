import {createServer} from 'node:http'
import type {SignatureToConfirm} from '../../plugins/claim-gate/index.ts'

/** A team's own second factor, which confirms whatever it is asked until it is told to refuse. */
export interface SecondFactor {
  url: string
  /** What it was asked, oldest first. */
  asked: readonly SignatureToConfirm[]
  /** Refuses for this reason from now on; confirms again without one. */
  refuse(why?: string): void
  /** Answers nothing from now on; gives what answers all that was asked meanwhile. */
  hold(): () => void
  close(): Promise<void>
}

export async function startSecondFactor(): Promise<SecondFactor> {
  const asked: SignatureToConfirm[] = []
  const state: {why?: string | undefined; held?: (() => void)[] | undefined} = {}
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '')
    response.setHeader('access-control-allow-credentials', 'true')
    response.setHeader('access-control-allow-headers', 'content-type')
    if (request.method === 'OPTIONS') {
      response.end()
      return
    }
    const body: Buffer[] = []
    request.on('data', (part: Buffer) => body.push(part))
    request.on('end', () => {
      asked.push(JSON.parse(Buffer.concat(body).toString()))
      response.setHeader('content-type', 'application/json')
      const answer = (): void => {
        const said = state.why === undefined ? {confirmed: true} : {refused: state.why}
        response.end(JSON.stringify(said))
      }
      if (state.held) state.held.push(answer)
      else answer()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens nowhere')
  return {
    url: `http://localhost:${address.port}/`,
    asked,
    refuse: (why) => (state.why = why),
    hold() {
      const held: (() => void)[] = []
      state.held = held
      return () => {
        state.held = undefined
        held.forEach((answer) => answer())
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
