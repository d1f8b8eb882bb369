import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { callWith, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const program = fileURLToPath(new URL('../../support/backend/write-until-killed.ts', import.meta.url))

test('a backend that is killed while it writes has every change it acknowledged', { timeout: 120_000 }, async () => {
  const dataFolder = await temporaryFolder()
  const encryptionKey = randomBytes(32)
  const acknowledged = new Map<string, number>()
  let apiKey: string | undefined
  for (const enough of [3, 20, 60]) {
    apiKey = await writeUntilKilled([dataFolder, encryptionKey.toString('hex'), apiKey], enough, acknowledged)
    const { url, backend } = await openTestBackend({ dataFolder, encryptionKey })
    const call = callWith(url, apiKey)
    for (const [id, number] of acknowledged) {
      const { draft } = (await call('GET', `/drafts/${id}`)).body
      // The change after the last acknowledged one may have been stored just before the end.
      expect([number, number + 1]).toContain(Number(draft.issuer))
      acknowledged.set(id, Number(draft.issuer))
    }
    await backend.stop()
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(3)
})

/** @returns the API key it told of */
async function writeUntilKilled(
  arguments_: readonly (string | undefined)[],
  enough: number,
  acknowledged: Map<string, number>,
): Promise<string> {
  const known = arguments_.filter((one) => one !== undefined)
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...known], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let apiKey = ''
  let told = 0
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [kind, subject = '', number] = line.split(' ')
    if (kind === 'key') apiKey = subject
    else acknowledged.set(subject, Number(number))
    told += 1
    if (told === enough + 5) child.kill('SIGKILL')
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  expect(child.signalCode).toBe('SIGKILL')
  return apiKey
}
