import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openidHandlers } from '#main/desktop/ipc/handlers/openid.ts'
import type { PracticeClient } from '#main/desktop/processes/contracts.ts'
import { openidIpc, type TypedClient } from '#shared/ipc/openid.ts'
import { openTestDesk } from '#test/support/desktop/handler-context.ts'
import { throughContract } from '#test/support/desktop/through-contract.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'

const REDIRECT = 'https://app.customer.example/oidc/callback'
const SECRET = 'secret-that-nobody-may-see'

const typed = (changes: Partial<TypedClient> = {}): TypedClient => ({
  clientId: 'board',
  authentication: 'client_secret_basic',
  clientSecret: SECRET,
  redirectUri: REDIRECT,
  postLogoutRedirectUri: '',
  scopes: ['openid', 'email', 'profile'],
  prompt: '',
  maximumAge: '',
  acrValues: [],
  loginHint: '',
  tenants: [],
  emailTrust: 'verified',
  ...changes,
})

async function setUp() {
  const { idp } = await runPracticeIdp({ clock: () => new Date() }, null)
  const desk = await openTestDesk()
  const registered: PracticeClient[] = []
  const practiceIdp = {
    get status() {
      return idp.status()
    },
    registerClient: async (client: PracticeClient) => void registered.push(client),
  }
  const context = { ...desk.context, practiceIdp: practiceIdp as never, random: randomBytes }
  const handlers = throughContract(openidIpc, openidHandlers(context))
  const { id: connectionId } = await desk.context.workspace.create(anIntake({ protocol: 'oidc' }))
  return { idp, desk, handlers, connectionId, registered }
}

/** Everything that was written down. */
async function everythingIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const texts = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8'))
  return (await Promise.all(texts)).join('\n')
}

const code = (problem: string, field: string | null = null) =>
  expect.objectContaining({ problem: expect.objectContaining({ code: problem, field }) })

test('loads a provider by its issuer or its document, its keys too, and tells its verdict', async () => {
  const { idp, desk, handlers, connectionId } = await setUp()
  for (const url of [idp.issuer, `${idp.issuer}/`, idp.discoveryUrl, ` ${idp.issuer} `]) {
    const { openidProvider } = await handlers.loadUrl({ connectionId, url })
    expect(openidProvider).toMatchObject({ issuer: idp.issuer, judgement: { verdict: 'valid' } })
    const errors = openidProvider?.judgement.findings.filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
    expect(openidProvider?.judgement.provider?.keys).toHaveLength(1)
    expect(JSON.parse(openidProvider?.jwksJson ?? '')).toMatchObject({ keys: [{ kty: 'RSA', use: 'sig' }] })
  }
  expect(desk.told.at(-1)?.slice(0, 2)).toEqual(['connections', 'changed'])
})

test('loads a document from a file, and fetches the keys it names', async () => {
  const { idp, handlers, connectionId } = await setUp()
  const document = new Uint8Array(await (await fetch(idp.discoveryUrl)).arrayBuffer())
  const { openidProvider } = await handlers.loadDocument({
    connectionId,
    source: 'file',
    name: 'openid-configuration.json',
    bytes: document,
  })
  expect(openidProvider).toMatchObject({ source: { kind: 'file' }, issuer: idp.issuer, served: null })
  expect(openidProvider?.jwksJson).toContain('"keys"')
})

test('a file whose provider cannot be reached is loaded without keys, which may be given later', async () => {
  const { idp, handlers, connectionId } = await setUp()
  const text = await (await fetch(idp.discoveryUrl)).text()
  const jwks = new Uint8Array(await (await fetch(`${idp.issuer}/jwks`)).arrayBuffer())
  const give = (bytes: Uint8Array) =>
    handlers.loadDocument({ connectionId, source: 'paste', name: '', bytes: Uint8Array.from(bytes) })
  await expect(give(jwks)).rejects.toEqual(code('openid.keys-alone', 'paste'))
  const elsewhere = text.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://op.nowhere.example')
  expect((await give(Buffer.from(elsewhere))).openidProvider).toMatchObject({ jwksJson: null })
  const { openidProvider } = await give(jwks)
  expect(openidProvider).toMatchObject({ issuer: 'https://op.nowhere.example/oidc' })
  expect(openidProvider?.judgement.provider?.keys).toHaveLength(1)
})

test.each([
  ['nothing', '', 'openid.empty'],
  ['a web page', '<!doctype html><p>Sign in</p>', 'openid.web-page'],
  ['SAML metadata', '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"/>', 'openid.metadata'],
  ['other JSON', '{"hello":"world"}', 'openid.not-discovery'],
  ['text', 'hello', 'openid.not-discovery'],
  ['a description without endpoints', '{"issuer":"https://op.example"}', 'openid.no-endpoint'],
])('%s is refused, and the connection stays as it was', async (_name, text, problem) => {
  const { handlers, connectionId, desk } = await setUp()
  const bytes = Uint8Array.from(Buffer.from(text))
  await expect(handlers.loadDocument({ connectionId, source: 'paste', name: '', bytes })).rejects.toEqual(
    code(problem, 'paste'),
  )
  expect(desk.context.workspace.get(connectionId).openidProvider).toBeNull()
})

test('an address that is not there is refused at its field', async () => {
  const { idp, handlers, connectionId } = await setUp()
  await expect(handlers.loadUrl({ connectionId, url: 'op.example' })).rejects.toEqual(code('fetch.not-a-url', 'url'))
  await expect(handlers.loadUrl({ connectionId, url: `${idp.url}/nothing` })).rejects.toEqual(
    code('fetch.not-found', 'url'),
  )
})

test('the secret is sealed, and neither answered nor written down', async () => {
  const { desk, handlers, connectionId } = await setUp()
  const made = await handlers.setClient({ connectionId, client: typed() })
  expect(made.openidClient).toMatchObject({
    clientId: 'board',
    hasSecret: true,
    wishes: { scopes: ['email', 'profile'] },
  })
  // Left empty it stays.
  const changed = await handlers.setClient({ connectionId, client: typed({ clientSecret: '', clientId: 'board-2' }) })
  expect(changed.openidClient).toMatchObject({ clientId: 'board-2', hasSecret: true })
  expect(JSON.stringify([made, changed, desk.told])).not.toContain(SECRET)
  expect(await everythingIn(desk.folder)).not.toContain(SECRET)
})

test('a client that signs its assertions gets a key pair; the public part is all that is told', async () => {
  const { desk, handlers, connectionId } = await setUp()
  const signing = typed({ authentication: 'private_key_jwt', clientSecret: '' })
  const { openidClient } = await handlers.setClient({ connectionId, client: signing })
  const { keys } = JSON.parse(openidClient?.key?.jwksJson ?? '{}')
  expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', kid: openidClient?.key?.keyId })])
  expect(keys[0]).not.toHaveProperty('d')
  expect(await everythingIn(desk.folder)).not.toContain('PRIVATE KEY')
  // Made once: what is registered at the provider stays true.
  const again = await handlers.setClient({ connectionId, client: { ...signing, clientId: 'other' } })
  expect(again.openidClient?.key).toEqual(openidClient?.key)
})

test.each([
  ['no client ID', { clientId: ' ' }, 'openid.client-id-empty', 'clientId'],
  ['no secret', { clientSecret: '' }, 'openid.secret-missing', 'clientSecret'],
  ['plain http elsewhere', { redirectUri: 'http://app.customer.example/cb' }, 'openid.redirect-refused', 'redirectUri'],
  ['a fragment', { redirectUri: `${REDIRECT}#x` }, 'openid.redirect-refused', 'redirectUri'],
  ['a script', { redirectUri: 'javascript:alert(1)' }, 'openid.redirect-refused', 'redirectUri'],
  ['a wrong sign-out address', { postLogoutRedirectUri: 'x' }, 'openid.redirect-refused', 'postLogoutRedirectUri'],
  ['no number', { maximumAge: 'soon' }, 'openid.maximum-age-refused', 'maximumAge'],
  ['two scopes in one', { scopes: ['email profile'] }, 'openid.scope-refused', 'scopes'],
])('a client with %s is refused at its field', async (_name, change, problem, field) => {
  const { desk, handlers, connectionId } = await setUp()
  await expect(handlers.setClient({ connectionId, client: typed(change) })).rejects.toEqual(code(problem, field))
  expect(desk.context.workspace.get(connectionId).openidClient).toBeNull()
})

test.each([
  'https://app.example/cb?tenant=1',
  'http://localhost:4000/cb',
  'http://127.0.0.1/cb',
  'com.example.app:/cb',
])('a redirect URI may be %s', async (redirectUri) => {
  const { handlers, connectionId } = await setUp()
  const { openidClient } = await handlers.setClient({ connectionId, client: typed({ redirectUri }) })
  expect(openidClient?.redirectUri).toBe(redirectUri)
})

test('the provider is judged again by what the client needs of it', async () => {
  const { idp, handlers, connectionId } = await setUp()
  const { openidProvider: before } = await handlers.loadUrl({ connectionId, url: idp.issuer })
  const { openidProvider } = await handlers.setClient({ connectionId, client: typed({ authentication: 'none' }) })
  expect(openidProvider?.loadedAt).toBe(before?.loadedAt)
  expect(openidProvider?.judgement).toMatchObject({ verdict: 'valid' })
})

test('the secret does not go to another issuer', async () => {
  const first = await setUp()
  const second = await runPracticeIdp({ clock: () => new Date() }, null)
  const { handlers, connectionId } = first
  await handlers.loadUrl({ connectionId, url: first.idp.issuer })
  await handlers.setClient({ connectionId, client: typed() })
  expect((await handlers.loadUrl({ connectionId, url: first.idp.discoveryUrl })).openidClient?.hasSecret).toBe(true)
  expect((await handlers.loadUrl({ connectionId, url: second.idp.issuer })).openidClient?.hasSecret).toBe(false)
})

test('the practice identity provider gives out ID and secret, and takes a client that exists as it is', async () => {
  const { idp, desk, handlers, connectionId, registered } = await setUp()
  await expect(handlers.registerAtPracticeIdp({ connectionId, redirectUri: REDIRECT })).rejects.toEqual(
    code('openid.not-practice'),
  )
  await handlers.loadUrl({ connectionId, url: idp.issuer })
  const made = await handlers.registerAtPracticeIdp({ connectionId, redirectUri: REDIRECT })
  expect(made.openidClient).toMatchObject({ clientId: expect.stringMatching(/^practice-/), hasSecret: true })
  expect(registered).toEqual([
    expect.objectContaining({
      clientId: made.openidClient?.clientId,
      clientSecret: expect.stringMatching(/^[\w-]{32}$/),
      redirectUris: [REDIRECT],
    }),
  ])
  await handlers.registerAtPracticeIdp({ connectionId, redirectUri: 'https://ignored.example/' })
  expect(registered[1]).toEqual(registered[0])
  expect(JSON.stringify([made, desk.told])).not.toContain(registered[0]?.clientSecret)
})
