import {createServer, type Server} from 'node:http'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {assertSecondFactor, secondFactorAt} from './secondFactor.ts'

const SIGNATURE = {
  account: 'medical',
  role: 'medical',
  decision: 'approved',
  meaning: 'Approved for medical accuracy',
  subjects: ['claim-009'],
} as const

let server: Server
let url: string
const answer = {status: 200, body: ''}
const asked: unknown[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    const body: Buffer[] = []
    request.on('data', (part: Buffer) => body.push(part))
    request.on('end', () => {
      asked.push([request.method, JSON.parse(Buffer.concat(body).toString())])
      response.writeHead(answer.status).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/confirm`
})
afterAll(() => server.close())

test('nobody is asked where no service is named', () => {
  expect([secondFactorAt(undefined), secondFactorAt('')]).toEqual([undefined, undefined])
})

test.each([
  [{confirmed: true}, 200, {confirmed: true}],
  [{refused: 'Not today'}, 200, {refused: 'Not today'}],
  [{refused: 'Not today'}, 403, {refused: 'Not today'}],
  // Whoever refuses and confirms refuses.
  [{confirmed: true, refused: 'Not today'}, 200, {refused: 'Not today'}],
])('what it answers counts: %j with %i', async (body, status, expected) => {
  Object.assign(answer, {status, body: JSON.stringify(body)})
  expect(await secondFactorAt(url)?.(SIGNATURE)).toEqual(expected)
  expect(asked.at(-1)).toEqual(['POST', SIGNATURE])
})

test.each([
  ['{"confirmed": true}', 500],
  ['{"confirmed": "true"}', 200],
  ['{"refused": true}', 200],
  ['{"confirmed": true, "refused": true}', 200],
  ['<html>Sign in</html>', 200],
  ['null', 200],
  ['', 204],
])('what cannot be understood confirms nothing: %s with %i', async (body, status) => {
  Object.assign(answer, {status, body})
  await expect(secondFactorAt(url)?.(SIGNATURE)).rejects.toThrow(
    `The second factor at ${url} gave no answer that could be understood (status ${status})`,
  )
})

test('where nobody answers nothing is confirmed', async () => {
  const nowhere = 'http://127.0.0.1:1/confirm'
  await expect(secondFactorAt(nowhere)?.(SIGNATURE)).rejects.toThrow(
    `The second factor at ${nowhere} does not answer`,
  )
})

test.each([
  'http://sign.example.org/confirm',
  'http://127.0.0.1.example.org/confirm',
  'http://127.example.org/confirm',
  'localhost:9000/confirm',
  'sign.example.org',
  'ftp://localhost/x',
])('what anybody in between could answer is not asked: %s', async (address) => {
  await expect(secondFactorAt(address)?.(SIGNATURE)).rejects.toThrow(
    'no address that can be trusted',
  )
  expect(() => assertSecondFactor(address)).toThrow('no address that can be trusted')
})

test.each([
  'https://sign.example.org/confirm',
  'http://sign.localhost:9000/',
  'http://[::1]:9000/',
])('may be asked: %s', (address) => {
  expect(() => assertSecondFactor(address)).not.toThrow('no address')
})
