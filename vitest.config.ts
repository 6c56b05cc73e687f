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
    // Most of the time goes into waiting for make-believe platforms.
    maxWorkers: 3,
  },
})
