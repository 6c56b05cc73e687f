import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: 'test/support/shared.ts',
    pool: 'forks',
    // Importing a file of ours does nothing, so that those of one process may share what they import.
    isolate: false,
    // They wait more than they work; but more at once are late for what a platform allows, on a machine with two processors.
    maxWorkers: 3,
  },
})
