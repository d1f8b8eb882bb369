import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { type Claimcheck, launchClaimcheck } from '#test/support/electron/claimcheck.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
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

  test('is given up when somebody stops it', async () => {
    const path = join(app.home, 'large.xml')
    writeAggregate(path, { entities: 6_000, identity: await makeSigningIdentity() })
    await bench.main.getByRole('button', { name: 'Load another' }).click()
    await bench.main.getByRole('tab', { name: 'Metadata file' }).click()
    await bench.main.locator('input[aria-label="Metadata file"]').setInputFiles(path)
    await bench.main.getByRole('button', { name: 'Stop' }).click()
    await expect(bench.main.getByRole('tab', { name: 'Metadata file' })).toBeVisible()
    await expect(bench.main.getByText('Pasted, loaded')).toBeVisible()
  })
})
