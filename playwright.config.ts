import { defineConfig } from '@playwright/test'

/** End to end, in the provisioned Electron. One at a time: windows take the focus from each other. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-output/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // For a machine that is busy with other things; what is measured is never measured here.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-output/reports/e2e.json' }]],
  use: { trace: 'retain-on-failure' },
})
