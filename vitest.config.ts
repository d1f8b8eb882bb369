import { defineConfig } from 'vitest/config'

/** Without isolation between files a left-over of one test could carry another: each file has a process of its own. */
const shared = {
  environment: 'node' as const,
  pool: 'forks' as const,
  isolate: true,
  restoreMocks: true,
  // For a machine that is busy with other things; what is measured is never measured here.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
}

/** These put fakes in the place of modules, which a file after them in the same process would get as well. */
const replacingModules = 'test/unit/desktop/**/*.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          setupFiles: ['test/support/property-seed.ts'],
          include: ['test/{unit,attacks,recordings}/**/*.test.{ts,tsx}'],
          exclude: [replacingModules],
          // Pure functions leave nothing behind, and loading the engine once for all files saves half of the time.
          isolate: false,
        },
      },
      { test: { ...shared, name: 'unit-replacing', include: [replacingModules] } },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
        },
      },
      { test: { ...shared, name: 'proof', include: ['test/proof/**/*.test.ts'], testTimeout: 3_600_000 } },
    ],
  },
})
