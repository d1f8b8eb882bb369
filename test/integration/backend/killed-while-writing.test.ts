import { spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { callWith, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { readStored } from '#test/support/backend/read-stored.ts'
import { buildProgram } from '#test/support/build-program.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const program = fileURLToPath(new URL('../../support/backend/write-until-killed.ts', import.meta.url))
const ROUNDS = 10
const MOST_TOLD = 40

/** What the backend has acknowledged, over all rounds. */
interface Acknowledged {
  apiKey: string
  orgId: string
  readonly drafts: Map<string, number>
  /** E-mail address → tokens of sessions. */
  readonly sessions: Map<string, string[]>
}

test('a backend that is killed under load has everything it acknowledged, and nothing by half', {
  timeout: 300_000,
}, async () => {
  const dataFolder = await temporaryFolder()
  const built = await buildProgram(program)
  const encryptionKey = randomBytes(32)
  const acknowledged: Acknowledged = { apiKey: '', orgId: '', drafts: new Map(), sessions: new Map() }
  for (let round = 1; round <= ROUNDS; round += 1) {
    const known = round === 1 ? [] : [acknowledged.apiKey]
    await writeUntilKilled([built, dataFolder, encryptionKey.toString('hex'), String(round), ...known], acknowledged)
    const { url, backend } = await openTestBackend({ dataFolder, encryptionKey, clock: () => new Date() })
    await expectWhole(url, acknowledged)
    await backend.stop()
    await expectNothingByHalf(dataFolder, acknowledged)
  }
  expect(acknowledged.drafts.size).toBeGreaterThanOrEqual(ROUNDS)
  expect(acknowledged.sessions.size).toBeGreaterThan(0)
})

async function expectWhole(url: string, { apiKey, drafts, sessions }: Acknowledged) {
  const call = callWith(url, apiKey)
  for (const [id, number] of drafts) {
    const { draft } = (await call('GET', `/drafts/${id}`)).body
    // The change after the last acknowledged one may have been stored just before the end.
    expect([number, number + 1]).toContain(Number(draft.issuer))
    drafts.set(id, Number(draft.issuer))
  }
  const newest = [...sessions].slice(-5)
  for (const [email, tokens] of newest) {
    for (const token of tokens) {
      const page = await fetch(`${url}/`, { headers: { cookie: `claimcheck-session=${token}` } })
      expect(await page.text()).toContain(email)
    }
  }
  expect((await call('GET', '/audit/verification')).body).toMatchObject({ intact: true })
}

async function expectNothingByHalf(dataFolder: string, { orgId, sessions }: Acknowledged) {
  const { users, pairs } = await readStored(dataFolder, orgId, async (stores) => ({
    users: await stores.users.list(),
    pairs: await stores.identities.pairs(),
  }))
  const emails = users.map(({ email }) => email)
  expect(new Set(emails).size).toBe(emails.length)
  expect(emails).toEqual(expect.arrayContaining([...sessions.keys()]))
  const signedIn = users.filter(({ role }) => role !== 'owner')
  expect(new Set(pairs.map(({ userId }) => userId))).toEqual(new Set(signedIn.map(({ id }) => id)))
  expect(signedIn.filter(({ lastSignInAt }) => lastSignInAt === null)).toEqual([])
}

async function writeUntilKilled(arguments_: readonly string[], acknowledged: Acknowledged): Promise<void> {
  const child = spawn(process.execPath, arguments_, {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const enough = randomInt(5, MOST_TOLD)
  let told = 0
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [kind, subject = '', value = ''] = line.split(' ')
    if (kind === 'key') Object.assign(acknowledged, { apiKey: subject, orgId: value })
    if (kind === 'draft') acknowledged.drafts.set(subject, Number(value))
    if (kind === 'session') {
      acknowledged.sessions.set(subject, [...(acknowledged.sessions.get(subject) ?? []), value])
    }
    told += 1
    if (told === enough) setTimeout(() => child.kill('SIGKILL'), randomInt(0, 20))
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  expect(child.signalCode).toBe('SIGKILL')
}
