import {defineConfig} from 'vitest/config'

/** The tests of the pure rooms alone, in memory: what `npm run mutation` runs against each changed line. */
export default defineConfig({
  test: {
    include: [
      'plugins/claim-gate/{model,fingerprint,closure,verdict,reviewing,proof}/**/*.test.ts',
    ],
    exclude: ['**/*.property.test.ts', '**/everyByte.test.ts'],
  },
})
