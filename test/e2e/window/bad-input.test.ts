import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
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
})
