import { writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Claimcheck, launchClaimcheck } from '#test/support/electron/claimcheck.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { Workbench } from '#test/support/workbench/workbench.ts'

const intake = { provider: 'Okta', displayName: 'Portal', applicationOwner: '', domain: 'example.com' }

test.describe('bad input ends in a clear message, with what was entered kept', () => {
  let app: Claimcheck
  let bench: Workbench
  let server: Server
  let origin = ''

  test.beforeAll(async () => {
    server = createServer((request, response) => {
      const found = request.url === '/sign-in'
      response.writeHead(found ? 200 : 404, { 'content-type': 'text/html' })
      response.end('<!DOCTYPE html><html><body>Please sign in</body></html>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    app = await launchClaimcheck()
    bench = new Workbench(app)
    await bench.createConnection(intake)
  })
  test.afterAll(async () => {
    await app?.close()
    server?.close()
  })

  test('a sign-in page instead of metadata', async () => {
    await bench.loadMetadataUrl(`${origin}/sign-in`)
    await expect(bench.main.getByText('This is a web page, not metadata.')).toBeVisible()
    await expect(bench.main.getByText(/download the metadata/)).toBeVisible()
    await expect(bench.main.getByRole('textbox', { name: 'Metadata URL' })).toHaveValue(`${origin}/sign-in`)
    expect(await bench.stepState('Identity provider')).toBe('Not started')
  })

  test('an address that answers 404', async () => {
    await bench.loadMetadataUrl(`${origin}/nothing`)
    await expect(bench.main.getByText('The address answered 404: nothing is there.')).toBeVisible()
    await expect(bench.main.getByRole('textbox', { name: 'Metadata URL' })).toHaveValue(`${origin}/nothing`)
  })

  test('a private key in the certificate box', async () => {
    const { privateKey } = await makeSigningIdentity()
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await bench.openStep('Identity provider')
    await bench.main.getByRole('tab', { name: 'Enter by hand' }).click()
    await bench.main.getByLabel('Sign-in URL').fill('https://idp.example/sso')
    await bench.main.getByLabel('Entity ID').fill('https://idp.example')
    await bench.main.getByLabel('Certificate').fill(pem)
    await bench
      .button(/^Use these|^Save|^Load/)
      .last()
      .click()
    await expect(bench.main.getByText('This is a private key. It was not kept.').first()).toBeVisible()
    await expect(bench.main.getByLabel('Entity ID')).toHaveValue('https://idp.example')
  })
  const openFiles = async () => {
    await bench.openStep('Identity provider')
    await bench.main.getByRole('tab', { name: 'Metadata file' }).click()
    return bench.main.locator('input[aria-label="Metadata file"]')
  }
  const alert = (text: string) => bench.main.getByRole('alert').getByText(text)
  const file = (name: string, content: string | Buffer) => ({ name, mimeType: '', buffer: Buffer.from(content) })

  test('50 MB that are no metadata', async () => {
    test.setTimeout(180_000)
    const path = join(app.home, 'large.xml')
    await writeFile(path, Buffer.alloc(50_000_000, ' '))
    await (await openFiles()).setInputFiles(path)
    await expect(alert('This is more than 10 MB, so it was not read.')).toBeVisible({ timeout: 120_000 })
    await bench.button('Load something else').click()
    expect(await bench.stepState('Identity provider')).toBe('Not started')
  })

  test('a picture, and two files at once', async () => {
    const files = await openFiles()
    const picture = file('photo.xml', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]))
    await files.setInputFiles(picture)
    await expect(alert('This is not a text file, so it is not metadata.')).toBeVisible()
    await files.setInputFiles([picture, file('b.xml', '<a/>')])
    await expect(alert('These are several files, so none was read.')).toBeVisible()
  })

  test('a certificate in the metadata box, metadata in the certificate box', async () => {
    const { certificate } = await makeSigningIdentity()
    await bench.openStep('Identity provider')
    await bench.main.getByRole('tab', { name: 'Paste metadata' }).click()
    await bench.main.getByRole('textbox', { name: 'Metadata', exact: true }).fill(certificate.summary.pem)
    await bench.main.getByRole('button', { name: 'Load metadata' }).last().click()
    await expect(bench.main.getByText('This is a certificate, not metadata.')).toBeVisible()
    await bench.main.getByRole('tab', { name: 'Enter by hand' }).click()
    await bench.main.getByLabel('Sign-in URL').fill('https://idp.example/sso')
    await bench.main.getByLabel('Entity ID').fill('https://idp.example')
    const field = bench.main.getByLabel('Certificate')
    const use = bench.button(/^Use these/)
    await field.fill('<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"/>')
    await use.click()
    await expect(bench.main.getByText('This is metadata, not a certificate.')).toBeVisible()
    const publicKey = certificate.x509.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    await field.fill(publicKey)
    await use.click()
    await expect(bench.main.getByText('This is a bare public key, not a certificate.')).toBeVisible()
  })

  test('in the place of certificates: a key aloud and nothing kept, other things by what they are', async () => {
    const { privateKey, publicKey, certificate } = await makeSigningIdentity()
    await bench.goTo('Certificates')
    const files = bench.main.getByLabel('Certificate file to check')
    const another = () => bench.button('Check another').click()
    await files.setInputFiles(file('idp.pem', certificate.summary.pem))
    await expect(bench.main.getByRole('status').getByText('Certificate', { exact: true })).toBeVisible()
    await another()
    await files.setInputFiles(file('public.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString()))
    await expect(bench.main.getByText('This is a bare public key, not a certificate.').first()).toBeVisible()
    await another()
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await bench.main.getByRole('textbox', { name: 'Certificate or key to check' }).fill(key)
    await bench.button('Check').click()
    await expect(alert('There is a private key in this. Nothing of it was kept.')).toBeVisible()
    expect(await app.window.content()).not.toContain(key.split('\n')[1])
    await another()
    await expect(bench.main.getByRole('textbox', { name: 'Certificate or key to check' })).toHaveValue('')
    await files.setInputFiles([file('a.pem', 'a'), file('b.pem', 'b')])
    await expect(alert('These are several files, so none was read.')).toBeVisible()
    await another()
    await files.setInputFiles(file('large.pem', Buffer.alloc(2_000_000, 'a')))
    await expect(alert('This is more than 1 MB, so it was not read.')).toBeVisible()
    await another()
    await files.setInputFiles(file('request.txt', 'https://idp.example/sso?SAMLRequest=PHg%2B'))
    await expect(alert('This is neither a certificate nor a key.')).toBeVisible()
    await bench.button('Open it in the Inspector').click()
    await expect(bench.main.getByRole('heading', { level: 1, name: 'Inspector' })).toBeVisible()
    await expect(bench.main.getByText(/request\.txt ›/)).toBeVisible()
  })
})
