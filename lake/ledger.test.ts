import {expect, test} from 'vitest'
import {createLedger} from './ledger.ts'

test('a flood of unknown requests fills no memory, and hides nothing that broke', () => {
  const ledger = createLedger()
  for (let count = 0; count < 5000; count++) ledger.record('GET', `/${'x'.repeat(10_000)}${count}`)
  ledger.record('ERROR', 'it broke')
  expect(ledger.unknown.length).toBeLessThan(2000)
  expect(ledger.unknown.every((entry) => entry.length <= 2000)).toBe(true)
  expect(ledger.unknown.at(-1)).toBe('ERROR it broke')
})
