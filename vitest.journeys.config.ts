import { defineConfig } from 'vitest/config'

/** Journeys drive the built Loam in a real browser, one at a time: two cores, one screen. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
