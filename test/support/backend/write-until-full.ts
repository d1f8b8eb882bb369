/** A backend whose disk has little room left: changes a draft until that is refused, and tells of it. */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openBackend } from '#main/backend/backend.ts'
import { ADMIN_API } from '#shared/http-api/route.ts'

const [dataFolder = '', encryptionKey = '', apiKey = '', draft = ''] = process.argv.slice(2)
const tell = (told: unknown) => writeSync(1, `${JSON.stringify(told)}\n`)

const backend = await openBackend({
  dataFolder,
  host: '127.0.0.1',
  port: 0,
  encryptionKey: Buffer.from(encryptionKey, 'hex'),
  clock: () => new Date('2026-11-22T08:00:00.000Z'),
  random: (bytes) => randomBytes(bytes),
  rateLimits: { api: 1_000_000 },
  log: ({ level, event }) => tell({ level, event }),
})
const call = async (method: string, body?: object) => {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const answer = await fetch(`${backend.url}${ADMIN_API}/drafts/${draft}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
let status = 200
for (let number = 1; status === 200; number += 1) {
  const answer = await call('PATCH', { issuer: `${number} ${'x'.repeat(1_000)}` })
  status = answer.status
  tell(status === 200 ? { acknowledged: number } : answer)
}
const { body } = await call('GET')
tell({ read: body.draft })
await backend.stop()
tell({ stopped: true })
