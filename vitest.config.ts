import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    // Most tests wait for a lake or a disk: as many at once as there are cores, and not one fewer.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          // A worker reads each module once, not once for every file: what a module keeps must be the same for all.
          isolate: false,
          globalSetup: ['tests/support/demoFolder.ts'],
          sequence: {groupOrder: 0},
          include: ['**/*.test.ts'],
          exclude: ['node_modules/**', '.throughline/**', 'tests/browser/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/demoFolder.ts', 'tests/browser/studioBuild.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // A group of its own: a browser beside other work answers late.
          sequence: {groupOrder: 1},
        },
      },
    ],
  },
})
