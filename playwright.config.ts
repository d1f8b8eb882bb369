import { defineConfig } from '@playwright/test'

/** End to end, in the provisioned Electron. One at a time: windows take the focus from each other. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-output/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-output/reports/e2e.json' }]],
  use: { trace: 'retain-on-failure' },
})
