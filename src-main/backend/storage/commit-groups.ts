import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** All of the work or nothing of it, and durable when it resolves. What the work throws comes out unchanged. */
export type InTransaction = <Result>(work: (db: Transaction<Tables>) => Promise<Result>) => Promise<Result>

interface Member {
  /** Does its part; what comes of it is told by calling what is returned, once it is durable. */
  readonly work: (db: Transaction<Tables>) => Promise<Told>
  readonly refuse: (cause: unknown) => void
}

type Told = () => void

/** So long that nobody waits noticeably for those before. */
const MOST_IN_GROUP = 128

/**
 * For a database with one writer: transactions that arrive together are written to the disk together, in one commit. Each
 * keeps what a transaction promises: it is told its end only after that commit, and one that fails is undone alone (savepoint).
 */
export function groupCommits(db: Kysely<Tables>): InTransaction {
  const waiting: Member[] = []
  let working = false

  async function workOff(): Promise<void> {
    while (waiting.length > 0) {
      // Everyone whose request the event loop has at hand comes along.
      await new Promise<void>((resolve) => setImmediate(resolve))
      await commitTogether(db, waiting.splice(0, MOST_IN_GROUP))
    }
    working = false
  }

  return <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({
        refuse: reject,
        async work(transaction) {
          const result = await work(transaction)
          return () => resolve(result)
        },
      })
      if (working) return
      working = true
      void workOff()
    })
}

async function commitTogether(db: Kysely<Tables>, members: readonly Member[]): Promise<void> {
  const ends: Told[] = []
  try {
    await db.transaction().execute(async (transaction) => {
      for (const member of members) ends.push(await doOne(transaction, member, members.length === 1))
    })
  } catch (cause) {
    // A full disk, say, or a lone member that failed: nothing of the group was written.
    for (const { refuse } of members) refuse(cause)
    return
  }
  for (const tell of ends) tell()
}

async function doOne(transaction: Transaction<Tables>, { work, refuse }: Member, alone: boolean): Promise<Told> {
  if (alone) return work(transaction)
  await transaction.executeQuery(savepoint)
  try {
    const told = await work(transaction)
    await transaction.executeQuery(release)
    return told
  } catch (cause) {
    await undo(transaction, cause)
    return () => refuse(cause)
  }
}

/** @throws `cause` where the database has undone the whole transaction already, as it does on a full disk */
async function undo(transaction: Transaction<Tables>, cause: unknown): Promise<void> {
  try {
    await transaction.executeQuery(rollBack)
    await transaction.executeQuery(release)
  } catch {
    throw cause
  }
}

const savepoint = CompiledQuery.raw('savepoint member')
const release = CompiledQuery.raw('release member')
const rollBack = CompiledQuery.raw('rollback to member')
