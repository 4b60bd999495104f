import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**', 'tests/bench/**'],
    pool: 'threads',
    // What hangs fails; how fast things are is the bench's to say, on a machine that is quiet.
    testTimeout: 60_000,
  },
})
