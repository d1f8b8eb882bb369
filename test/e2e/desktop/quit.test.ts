import { test } from '@playwright/test'
import { launchClaimcheck } from '#test/support/electron/claimcheck.ts'

test('quit while its page is still loading, it goes without a word', async () => {
  const app = await launchClaimcheck()
  await app.close()
})
