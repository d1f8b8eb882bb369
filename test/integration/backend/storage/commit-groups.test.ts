import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { groupCommits } from '#main/backend/storage/commit-groups.ts'
import { migrate } from '#main/backend/storage/migrate.ts'
import { sqliteDialect } from '#main/backend/storage/sqlite-dialect.ts'
import { openSqliteFile } from '#main/backend/storage/sqlite-file.ts'
import type { Tables } from '#main/backend/storage/tables.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const put = (db: Kysely<Tables>, name: string) =>
  db.insertInto('installation').values({ name, value: 'here' }).execute()

test('transactions that arrive together share a commit, and one that fails takes nobody with it', async () => {
  const { db, inTransaction, happened, stored } = await openDatabase()
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) =>
      inTransaction(async (transaction) => {
        await put(transaction, `kept-${index}`)
        if (index === 3) throw new Error('of its own')
        // The name is taken: what the database refuses is one transaction's affair too.
        if (index === 7) await put(transaction, 'kept-0')
        return index
      }).finally(() => happened.push('told')),
    ),
  )
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual(
    Array.from({ length: 10 }, (_, index) => index !== 3 && index !== 7),
  )
  expect(results[3]).toEqual({ status: 'rejected', reason: new Error('of its own') })
  expect(results[9]).toEqual({ status: 'fulfilled', value: 9 })
  expect(happened).toEqual(['begin immediate', 'commit', ...Array(10).fill('told')])
  expect(await stored()).toEqual([0, 1, 2, 4, 5, 6, 8, 9].map((index) => `kept-${index}`))
  await db.destroy()
})

test('where the commit itself fails everyone of the group is told so, and nothing is there', async () => {
  const { db, inTransaction, stored } = await openDatabase()
  const results = await Promise.allSettled([
    inTransaction((transaction) => put(transaction, 'first')),
    inTransaction(async (transaction) => {
      await transaction.executeQuery({ ...transaction.selectNoFrom([]).compile(), sql: 'rollback' })
    }),
    inTransaction((transaction) => put(transaction, 'last')),
  ])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await stored()).toEqual([])
  expect(await inTransaction((transaction) => put(transaction, 'afterwards').then(() => 'done'))).toBe('done')
  expect(await stored()).toEqual(['afterwards'])
  await db.destroy()
})

async function openDatabase() {
  const happened: string[] = []
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(openSqliteFile(await temporaryFolder())),
    log: ({ query: { sql } }) => {
      if (sql === 'begin immediate' || sql === 'commit') happened.push(sql)
    },
  })
  await migrate(db)
  happened.length = 0
  const stored = async () =>
    (await db.selectFrom('installation').select('name').orderBy('name').execute()).map(({ name }) => name)
  return { db, inTransaction: groupCommits(db), happened, stored }
}
