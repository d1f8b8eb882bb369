import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Backend, openBackend } from '#main/backend/backend.ts'
import { launchClaimcheck } from '#test/support/electron/claimcheck.ts'
import { keepWindowPicture } from '#test/support/electron/picture.ts'
import { Workbench } from '#test/support/workbench/workbench.ts'

const passphrase = 'correct horse battery'
let folder: string
let backend: Backend
let apiKey: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimcheck-elsewhere-'))
  backend = await openBackend({
    dataFolder: join(folder, 'data'),
    host: '127.0.0.1',
    port: 0,
    encryptionKey: randomBytes(32),
    clock: () => new Date(),
    random: (bytes) => randomBytes(bytes),
  })
  const made = await backend.initialise({ organisation: 'Globex', owner: 'owner@globex.example', plan: 'enterprise' })
  apiKey = made.apiKey
})
test.afterAll(async () => {
  await backend.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a backend elsewhere is connected to, administered, and found again by the next start', async () => {
  test.setTimeout(180_000)
  const home = join(folder, 'home')
  const app = await launchClaimcheck({ home })
  const bench = new Workbench(app)
  const { main } = bench
  const tab = (name: string) => main.getByRole('tab', { name }).click()
  try {
    await bench.goTo('Tenant')
    await bench.button('Connect to a backend elsewhere').click()
    await main.getByLabel('Address').fill(`${backend.url}/sign-in`)
    await main.getByLabel(/^API key/).fill(`${apiKey.slice(0, -1)}x`)
    await main.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(main.getByText('The tenant backend does not accept this API key.')).toBeVisible()
    await main.getByLabel(/^API key/).fill(apiKey)
    await main.getByRole('button', { name: 'Connect', exact: true }).click()
    await bench.setPassphrase(passphrase)
    await expect(main.getByText(`Globex, on the backend at ${backend.url}`)).toBeVisible()

    await tab('Members')
    await expect(main.getByRole('row').filter({ hasText: 'owner@globex.example' })).toContainText('Active')
    await bench.button('Invite').click()
    await main.getByLabel('E-mail address', { exact: true }).fill('grace@globex.example')
    await bench.button('Make invitation').click()
    await expect(main.getByRole('row').filter({ hasText: 'grace@globex.example' })).toContainText('Waiting')
    await tab('Outbox')
    await bench.button('Show text').click()
    await bench.button('Show link').click()
    await expect(main.getByText(`${backend.url}/invitations/`)).toBeVisible()

    await tab('Enforcement')
    await expect(main.getByText('The only member could still sign in.')).toBeVisible()
    await bench.button('Enforce single sign-on').click()
    await expect(main.getByText(/at least one active SSO provider/)).toBeVisible()

    await tab('API keys')
    await expect(main.getByRole('row').filter({ hasText: 'Used by this app' }).getByRole('button')).toHaveCount(0)
    await tab('Audit log')
    await bench.button('Check the chain').click()
    await expect(main.getByText(/The chain holds through all \d+ entries/)).toBeVisible()
    await expect(main.getByRole('row').filter({ hasText: 'Invitation made' })).toBeVisible()
    await keepWindowPicture(app.electron, 'Claimcheck', 'tenant-elsewhere')
  } finally {
    await app.close()
  }

  expect(await filesHolding(home, apiKey)).toEqual([])
  const again = await launchClaimcheck({ home })
  try {
    const bench = new Workbench(again)
    await bench.goTo('Tenant')
    await expect(bench.main.getByText(`The tenant backend in use is at ${backend.url}.`)).toBeVisible()
    await bench.main.getByRole('button', { name: 'Connect', exact: true }).click()
    await unlock(again.window)
    await expect(bench.main.getByText(`Globex, on the backend at ${backend.url}`)).toBeVisible()
    await bench.button('Disconnect').click()
    await bench.button('Use the backend on this computer').click()
    await expect(bench.main.getByText('The tenant backend is not running')).toBeVisible()
  } finally {
    await again.close()
  }
})

async function unlock(window: Page): Promise<void> {
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await dialog.getByRole('button', { name: 'Unlock' }).click()
}

async function filesHolding(home: string, secret: string): Promise<string[]> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const contents = await Promise.all(files.map(async (file) => ({ file, content: await readFile(file, 'latin1') })))
  return contents.filter(({ content }) => content.includes(secret)).map(({ file }) => file)
}
