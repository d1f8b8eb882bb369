import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { type Claimcheck, launchClaimcheck } from '#test/support/electron/claimcheck.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { base64Of, entityXml, idpXml, keyXml, namespacesXml } from '#test/support/saml/metadata/entity-xml.ts'
import { writeAggregate } from '#test/support/saml/metadata/write-aggregate.ts'
import { Workbench } from '#test/support/workbench/workbench.ts'

test.describe('the metadata of a federation', () => {
  let app: Claimcheck
  let bench: Workbench

  test.beforeAll(async () => {
    app = await launchClaimcheck()
    bench = new Workbench(app)
    await bench.createConnection({
      provider: 'Okta',
      displayName: 'Campus',
      applicationOwner: '',
      domain: 'example.edu',
    })
  })
  test.afterAll(() => app?.close())

  test('is read beside the window; one identity provider is searched, chosen and judged', async () => {
    test.setTimeout(180_000)
    const path = join(app.home, 'federation.xml')
    writeAggregate(path, { entities: 1_500, identity: await makeSigningIdentity() })
    await bench.openStep('Identity provider')
    await bench.main.getByRole('tab', { name: 'Metadata file' }).click()
    await bench.main.locator('input[aria-label="Metadata file"]').setInputFiles(path)
    await expect(bench.main.getByText(/^500 of 500 identity providers/)).toBeVisible({ timeout: 120_000 })
    const first = bench.main.getByRole('list', { name: 'Identity providers' }).getByRole('button').first()
    const entityId = (await first.innerText()).split('\n').at(-1) as string
    await bench.main.getByRole('textbox', { name: 'Search' }).fill(entityId)
    await expect(bench.main.getByText(/^1 of 500 identity providers/)).toBeVisible()
    await first.click()
    await expect(
      bench.main.getByRole('region', { name: 'Identity provider' }).getByText(entityId).first(),
    ).toBeVisible()
    await expect(bench.main.getByText(/From the file federation\.xml/)).toBeVisible()
  })

  test('says whether the federation itself signed it, once its certificate is given', async () => {
    const publisher = await makeSigningIdentity()
    const entities = ['north', 'south'].map((name) =>
      entityXml(idpXml({ keys: keyXml(base64Of(publisher)) }), `entityID="https://${name}.example.edu"`),
    )
    const all = `<md:EntitiesDescriptor ${namespacesXml} ID="_all" Name="urn:example:campus">${entities.join('')}</md:EntitiesDescriptor>`
    const signed = signEnveloped(all, {
      key: publisher.privateKey,
      certificate: base64Of(publisher),
      hash: 'sha256',
      id: '_all',
    })
    await bench.main.getByRole('button', { name: 'Load another' }).click()
    await bench.main.getByRole('tab', { name: 'Paste metadata' }).click()
    await bench.main.getByRole('textbox', { name: 'Metadata', exact: true }).fill(signed)
    await bench.main.getByRole('button', { name: 'Load metadata' }).last().click()
    await expect(bench.main.getByText('Not proven')).toBeVisible()
    await bench.main.getByRole('button', { name: /Verify with the federation/ }).click()
    const box = bench.main.getByRole('textbox', { name: 'Certificate of the federation' })
    await box.fill(publisher.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    await bench.main.getByRole('button', { name: 'Verify the signature' }).click()
    await expect(bench.main.getByRole('alert').getByText('This is a private key. It was not kept.')).toBeVisible()
    await expect(box).toHaveValue('')
    await box.fill(publisher.certificate.summary.pem)
    await bench.main.getByRole('button', { name: 'Verify the signature' }).click()
    await expect(bench.main.getByText('The metadata is signed with the key that was given as trusted.')).toBeVisible()
    await bench.main.getByRole('button', { name: /south\.example\.edu/ }).click()
    await expect(
      bench.main.getByRole('region', { name: 'Identity provider' }).getByText('https://south.example.edu').first(),
    ).toBeVisible()
  })

  test('is loaded again from its address: the one chosen before is taken by itself, and what changed is said', async () => {
    const [first, second] = await Promise.all([makeSigningIdentity(), makeSigningIdentity()])
    const all = (names: Readonly<Record<string, SigningIdentity>>) =>
      `<md:EntitiesDescriptor ${namespacesXml} Name="urn:example:campus">${Object.entries(names)
        .map(([name, identity]) =>
          entityXml(idpXml({ keys: keyXml(base64Of(identity)) }), `entityID="https://${name}.example.edu"`),
        )
        .join('')}</md:EntitiesDescriptor>`
    let served = all({ north: first, south: first })
    const server = createServer((_request, response) => response.end(served))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/federation`
      await bench.main.getByRole('button', { name: 'Load another' }).click()
      await bench.main.getByRole('textbox', { name: 'Metadata URL' }).fill(url)
      await bench.main.getByRole('button', { name: 'Load metadata' }).first().click()
      await bench.main.getByRole('button', { name: /south\.example\.edu/ }).click()
      await expect(bench.main.getByText(`From ${url}, loaded`)).toBeVisible()
      const changes = bench.main.getByRole('region', { name: 'What changed' })
      await changes.getByRole('button', { name: 'Dismiss what changed' }).click()
      await expect(changes).toBeHidden()

      served = all({ east: first, north: first, south: second })
      await bench.main.getByRole('button', { name: 'Load again' }).click()
      await expect(changes.getByText(/^The signing certificate .* was replaced by/)).toBeVisible()
      const loaded = bench.main.getByRole('region', { name: 'Identity provider' })
      await expect(loaded.getByText('https://south.example.edu').first()).toBeVisible()

      served = all({ east: first, north: first })
      await bench.main.getByRole('button', { name: 'Load again' }).click()
      await expect(bench.main.getByRole('alert').getByText(/is no longer in this metadata/)).toBeVisible()
      await expect(bench.main.getByText('2 of 2 identity providers')).toBeVisible()
      await bench.main.getByRole('button', { name: 'Keep what is loaded' }).click()
      await expect(loaded.getByText('https://south.example.edu').first()).toBeVisible()
    } finally {
      server.close()
    }
  })

  test('is given up when somebody stops it', async () => {
    const path = join(app.home, 'large.xml')
    writeAggregate(path, { entities: 6_000, identity: await makeSigningIdentity() })
    await bench.main.getByRole('button', { name: 'Load another' }).click()
    await bench.main.getByRole('tab', { name: 'Metadata file' }).click()
    await bench.main.locator('input[aria-label="Metadata file"]').setInputFiles(path)
    await bench.main.getByRole('button', { name: 'Stop' }).click()
    await expect(bench.main.getByRole('tab', { name: 'Metadata file' })).toBeVisible()
    await expect(bench.main.getByText(/From http:\/\/127\.0\.0\.1:\d+\/federation, loaded/)).toBeVisible()
  })
})
