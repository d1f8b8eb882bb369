import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Claimcheck, launchClaimcheck } from '#test/support/electron/claimcheck.ts'
import { watchWindow } from '#test/support/electron/watch-window.ts'
import { har, noise } from '#test/support/inspect/recording.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { responseXml, sign } from '#test/support/saml/response-message.ts'
import { Workbench } from '#test/support/workbench/workbench.ts'

test.describe('the Inspector, in a process of its own beside the window', () => {
  let app: Claimcheck
  let main: Workbench['main']
  let window: Page

  test.beforeAll(async () => {
    app = await launchClaimcheck()
    window = app.window
    main = new Workbench(app).main
  })
  test.afterAll(() => app?.close())

  const give = async (name: string, content: string | Buffer) => {
    await main.getByLabel('File to check').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
  }
  const again = () => main.getByRole('button', { name: 'Check something else' }).click()
  const response = async () => sign(responseXml(), await makeSigningIdentity())

  test('is where the empty app leads with a file', async () => {
    await main.getByRole('button', { name: 'Check a file' }).click()
    await expect(main.getByRole('heading', { level: 1, name: 'Inspector' })).toBeVisible()
  })

  test('explains a response that was pasted as a form', async () => {
    const body = new URLSearchParams({
      SAMLResponse: Buffer.from(await response()).toString('base64'),
      RelayState: '/home',
    })
    await main.getByRole('textbox', { name: 'Anything to check' }).fill(body.toString())
    await main.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(main.getByRole('status').getByText('SAML response', { exact: true })).toBeVisible()
    await expect(main.getByText(/Pasted › .* › form field SAMLResponse/)).toBeVisible()
    await expect(main.getByText('https://idp.example.com/entity').first()).toBeVisible()
    await expect(main.getByText('/home')).toBeVisible()
    await again()
  })

  test('opens a recording of 5 MB at its sign-in, without keeping the window', async () => {
    const form = { SAMLResponse: Buffer.from(await response()).toString('base64') }
    const pages = noise(5_000_000)
    const recording = har([...pages, { method: 'POST', url: 'https://app.example/acs', form }, ...noise(50_000)])
    expect(recording.length).toBeGreaterThan(5_000_000)
    const file = join(app.home, 'sign-in.har')
    await writeFile(file, recording)
    const settle = await watchWindow(app)
    const begun = Date.now()
    await main.getByLabel('File to check').setInputFiles(file)
    await expect(main.getByRole('list', { name: 'Found inside' }).getByText('SAML response')).toBeVisible()
    const took = Date.now() - begun
    const blocked = await settle()
    test.info().annotations.push({ type: 'measured', description: JSON.stringify({ took, ...blocked }) })
    await expect(main.getByRole('list', { name: 'Recorded steps' })).toBeVisible()
    await expect(main.locator('.cm-content').last()).toBeVisible()
    await again()
  })

  test('tells a private key aloud and keeps nothing of it', async () => {
    const { privateKey } = await makeSigningIdentity()
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await give('idp.pem', pem)
    await expect(main.getByRole('alert').getByText('Nothing of it was kept.')).toBeVisible()
    const line = pem.split('\n')[1] as string
    expect(await window.content()).not.toContain(line)
    await again()
    await expect(main.getByRole('textbox', { name: 'Anything to check' })).toHaveValue('')
  })

  test('turns away two files and nonsense in words', async () => {
    const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') }
    await main.getByLabel('File to check').setInputFiles([file, { ...file, name: 'b.txt' }])
    await expect(main.getByRole('alert').getByText('These are several files, so none was read.')).toBeVisible()
    await give('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]))
    await expect(main.getByRole('status').getByText('Binary data')).toBeVisible()
    await again()
  })

  test('takes what is dropped on any other place', async () => {
    await window.getByRole('navigation', { name: 'Places' }).getByText('Settings').click()
    const data = await window.evaluateHandle(
      (xml) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([xml], 'response.xml'))
        return transfer
      },
      await response(),
    )
    await main.dispatchEvent('dragover', { dataTransfer: data })
    await expect(window.getByText('Drop it anywhere to check it')).toBeVisible()
    await main.dispatchEvent('drop', { dataTransfer: data })
    await expect(main.getByRole('status').getByText('SAML response', { exact: true })).toBeVisible()
    await expect(main.getByText(/response\.xml ›/)).toBeVisible()
  })
})
