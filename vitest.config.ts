import { defineConfig } from 'vitest/config'

/** Without isolation between files a left-over of one test could carry another: each file has a process of its own. */
const shared = { environment: 'node' as const, pool: 'forks' as const, isolate: true, restoreMocks: true }

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['test/{unit,attacks,recordings}/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      { test: { ...shared, name: 'proof', include: ['test/proof/**/*.test.ts'], testTimeout: 3_600_000 } },
    ],
  },
})
