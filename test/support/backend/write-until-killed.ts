/** A backend that changes its drafts as fast as it can, and says each change on stdout once it was acknowledged. To be killed. */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openBackend } from '#main/backend/backend.ts'
import { ADMIN_API } from '#shared/http-api/route.ts'

const [dataFolder = '', encryptionKey = '', knownKey] = process.argv.slice(2)
const WRITERS = 2

const backend = await openBackend({
  dataFolder,
  host: '127.0.0.1',
  port: 0,
  encryptionKey: Buffer.from(encryptionKey, 'hex'),
  clock: () => new Date(),
  random: (bytes) => randomBytes(bytes),
  rateLimits: { api: 1_000_000 },
})
const apiKey = knownKey ?? (await backend.initialise({ organisation: 'Acme', owner: 'owner@acme.example' })).apiKey
writeSync(1, `key ${apiKey}\n`)

async function call(method: string, path: string, body: unknown) {
  const answer = await fetch(`${backend.url}${ADMIN_API}${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as { draft: { id: string } }
}

async function write() {
  const { draft } = await call('POST', '/drafts', { issuer: '0' })
  writeSync(1, `draft ${draft.id} 0\n`)
  for (let number = 1; ; number += 1) {
    await call('PATCH', `/drafts/${draft.id}`, { issuer: String(number) })
    writeSync(1, `draft ${draft.id} ${number}\n`)
  }
}

await Promise.all(Array.from({ length: WRITERS }, write))
