import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { openStorage } from '#main/backend/storage/open-storage.ts'
import { MINUTE } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('what has expired is swept away, and nothing else', async () => {
  const world = await openSignInWorld({ allowIdpInitiated: true })
  await world.signIn(new TestBrowser())
  await world.start(new TestBrowser())
  await world.post(new TestBrowser(), world.respond(undefined))
  const rows = (database: Database.Database) =>
    ['login_flows', 'used_assertions', 'sign_in_handles', 'sessions'].map(
      (table) => (database.prepare(`select count(*) as n from ${table}`).get([]) as { n: number }).n,
    )
  const database = new Database(join(world.options.dataFolder, 'claimcheck.sqlite'))
  const storage = await openStorage(world.options.dataFolder)
  expect(rows(database)).toEqual([2, 2, 1, 1])
  expect(await storage.cleanUp(world.now())).toBe(0)
  world.advance(MINUTE)
  expect(await storage.cleanUp(world.now())).toBe(1)
  world.advance(9 * MINUTE)
  expect(await storage.cleanUp(world.now())).toBe(4)
  expect(rows(database)).toEqual([0, 0, 0, 1])
  world.advance(12 * 60 * MINUTE)
  expect(await storage.cleanUp(world.now())).toBe(1)
  await storage.close()
  database.close()
})
