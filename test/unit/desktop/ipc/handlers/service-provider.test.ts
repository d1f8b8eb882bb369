import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { serviceProviderHandlers } from '#main/desktop/ipc/handlers/service-provider.ts'
import { openKey } from '#main/desktop/service-provider/key-of.ts'
import { setPublication } from '#main/workspace/connections/change-connection.ts'
import { openTestDesk } from '#test/support/desktop/handler-context.ts'
import { aPublication } from '#test/support/model/a-connection.ts'
import { anIntake } from '#test/support/model/an-intake.ts'

const addresses = {
  entityId: ' https://app.customer.example/saml ',
  acsUrl: 'https://app.customer.example/saml/acs',
  signOutUrl: '',
}

async function setUp() {
  const desk = await openTestDesk()
  const { id: connectionId } = await desk.context.workspace.create(anIntake({ displayName: 'Zürich & Söhne' }))
  return { ...desk, connectionId, handlers: serviceProviderHandlers(desk.context), keys: join(desk.folder, 'secrets') }
}

describe('generating', () => {
  test('makes metadata that a strict judge finds nothing wrong with, and tells every window', async () => {
    const { handlers, connectionId, told } = await setUp()
    const connection = await handlers.generate({ connectionId, ...addresses })
    expect(connection.serviceProvider).toMatchObject({
      entityId: 'https://app.customer.example/saml',
      acsUrl: addresses.acsUrl,
      signOutUrl: null,
      certificate: { name: 'app.customer.example', keyType: expect.stringMatching(/rsa/i), keyBits: 2048 },
    })
    const context = { now: new Date(), mode: 'strict', role: 'sp' } as const
    const judgement = judgeMetadata(connection.serviceProvider?.metadataXml ?? '', context)
    expect(judgement.verdict).toBe('valid')
    expect(judgement.entities[0]?.assertionConsumerServices[0]?.location).toBe(addresses.acsUrl)
    expect(told).toEqual([['connections', 'changed', connection]])
  })

  test('seals the key that belongs to the certificate, and only there', async () => {
    const { handlers, connectionId, keys, context, folder } = await setUp()
    const { serviceProvider } = await handlers.generate({ connectionId, ...addresses })
    const certificate = serviceProvider!.certificate
    const key = await openKey(context.secrets, connectionId, certificate)
    const { X509Certificate } = await import('node:crypto')
    expect(new X509Certificate(certificate.pem).checkPrivateKey(key)).toBe(true)
    expect((await readdir(keys)).filter((name) => name.startsWith('sp-key.'))).toHaveLength(1)
    const stored = await readFile(join(folder, 'workspace', 'connections', connectionId, 'connection.json'), 'utf8')
    expect(stored).not.toContain('PRIVATE')
    expect(stored).not.toContain(key.export({ type: 'pkcs8', format: 'der' }).toString('base64').slice(40, 80))
  })

  test('again takes the old key away once the new one is in use', async () => {
    const { handlers, connectionId, keys, context } = await setUp()
    const first = await handlers.generate({ connectionId, ...addresses })
    const second = await handlers.generate({ connectionId, ...addresses })
    expect((await readdir(keys)).filter((name) => name.startsWith('sp-key.'))).toHaveLength(1)
    await openKey(context.secrets, connectionId, second.serviceProvider!.certificate)
    await expect(openKey(context.secrets, connectionId, first.serviceProvider!.certificate)).rejects.toMatchObject({
      problem: { code: 'secrets.missing' },
    })
  })

  test.each([
    ['entityId', { entityId: ' ' }, 'connection.entity-id-empty'],
    ['acsUrl', { acsUrl: 'app.customer.example/acs' }, 'connection.url-refused'],
    ['acsUrl', { acsUrl: 'file:///acs' }, 'connection.url-refused'],
    ['signOutUrl', { signOutUrl: 'x' }, 'connection.url-refused'],
  ])('with a wrong %s changes nothing and seals nothing', async (field, changes, code) => {
    const { handlers, connectionId, keys, context } = await setUp()
    const before = context.workspace.get(connectionId)
    await expect(handlers.generate({ connectionId, ...addresses, ...changes })).rejects.toMatchObject({
      problem: { code, field },
    })
    expect(context.workspace.get(connectionId)).toEqual(before)
    expect(await readdir(keys)).toEqual(['vault.json'])
  })
})

describe('saving the metadata', () => {
  test('asks where, under a name that any system takes, and writes it as it is', async () => {
    const { handlers, connectionId, dialog, folder } = await setUp()
    const connection = await handlers.generate({ connectionId, ...addresses })
    const filePath = join(folder, 'sp.xml')
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath })
    expect(await handlers.saveMetadata({ connectionId, target: 'application' })).toBe(filePath)
    expect(await readFile(filePath, 'utf8')).toBe(connection.serviceProvider?.metadataXml)
    expect(dialog.showSaveDialog.mock.lastCall?.[0].defaultPath).toBe('zu-rich-so-hne-sp-metadata.xml')
  })

  test('does nothing when the person cancels, and says what is missing or cannot be written', async () => {
    const { handlers, connectionId, dialog, folder } = await setUp()
    await expect(handlers.saveMetadata({ connectionId, target: 'application' })).rejects.toMatchObject({
      problem: { code: 'connection.service-provider-missing' },
    })
    await expect(handlers.saveMetadata({ connectionId, target: 'draft' })).rejects.toMatchObject({
      problem: { code: 'publication.no-draft' },
    })
    await handlers.generate({ connectionId, ...addresses })
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    expect(await handlers.saveMetadata({ connectionId, target: 'application' })).toBeNull()
    const filePath = join(folder, 'a-folder')
    await mkdir(filePath)
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath })
    await expect(handlers.saveMetadata({ connectionId, target: 'application' })).rejects.toMatchObject({
      problem: { code: 'desktop.file-not-written', what: expect.stringContaining(filePath) },
    })
  })
})

test('hands over to the practice identity provider the side that is meant', async () => {
  const { handlers, connectionId, practiceIdp, context } = await setUp()
  const { serviceProvider } = await handlers.generate({ connectionId, ...addresses })
  const publication = aPublication()
  await context.workspace.change(connectionId, setPublication(publication))
  await handlers.registerAtPracticeIdp({ connectionId, target: 'application' })
  await handlers.registerAtPracticeIdp({ connectionId, target: 'draft' })
  expect(practiceIdp.registerServiceProvider.mock.calls).toEqual([
    [serviceProvider?.metadataXml],
    [publication.serviceProvider?.metadataXml],
  ])
})
