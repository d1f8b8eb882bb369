import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaultId } from '#shared/model/practice-idp.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import { recogniseProvider } from '#shared/providers/provider-catalogue.ts'
import { CookieBrowser, formsIn } from '#test/support/net/cookie-browser.ts'
import { PracticeLogin } from '#test/support/practice-idp/practice-login.ts'
import { told } from '#test/support/practice-idp/told.ts'

let login: PracticeLogin
beforeAll(async () => {
  login = await PracticeLogin.open()
})
afterAll(() => login.stop())

async function loginAt(name: string, ...faults: FaultId[]): Promise<TestRun> {
  login.switchOn()
  const tenant = login.idp.tenants.find((each) => each.name === name)
  await login.loadMetadata(tenant?.metadataUrl ?? 'none')
  login.switchOn(...faults)
  return login.run()
}

const NAME_ID = 'urn:oasis:names:tc:SAML:1.1:nameid-format'
const shapes: Record<string, { signed: string[]; sealed: boolean; says: RegExp[]; warns: string[] }> = {
  Okta: {
    signed: ['response', 'assertion'],
    sealed: false,
    says: [/^<saml2p:Response /, /<saml2:Issuer>http:\/\/www\.okta\.com\/exk/, /Name="firstName"/, /<ds:Signature /],
    warns: [],
  },
  'Microsoft Entra ID': {
    signed: ['assertion'],
    sealed: false,
    says: [
      /<Assertion xmlns="urn:oasis/,
      /<Signature xmlns="http/,
      /<Issuer>https:\/\/sts\.windows\.net\//,
      /identity\/claims\/objectidentifier/,
      new RegExp(`NameID Format="${NAME_ID}:emailAddress"`),
    ],
    warns: ['saml.claim.groups.guids'],
  },
  'Google Workspace': {
    signed: ['assertion'],
    sealed: false,
    says: [/<saml2:Assertion /, new RegExp(`NameID Format="${NAME_ID}:`), /Name="lastName"/],
    warns: [],
  },
  'AD FS': { signed: ['assertion'], sealed: true, says: [/<EncryptedAssertion>/], warns: [] },
  Shibboleth: {
    signed: ['response'],
    sealed: true,
    says: [/<saml2:EncryptedAssertion>/],
    warns: ['saml.name-id.transient'],
  },
}

describe.each(Object.entries(shapes))('as %s', (name, { signed, sealed, says, warns }) => {
  test('a person gets in, written as that make writes it', async () => {
    const { judgement, message } = await loginAt(name)
    const xml = message?.xml ?? ''
    expect(told(judgement?.findings ?? [])).toEqual({ first: warns, unexplained: [] })
    expect(judgement).toMatchObject({
      verdict: 'accepted',
      identity: { profile: { email: 'mira.okafor@example.com', givenName: 'Mira', familyName: 'Okafor' } },
    })
    expect(judgement?.identity?.profile.groups).toHaveLength(2)
    expect(judgement?.signatures.map(({ covers }) => covers)).toEqual(signed)
    for (const part of says) expect(xml).toMatch(part)
    expect(xml.includes('mira.okafor')).toBe(!sealed)
  })

  test.each<FaultId>([
    'forged-around',
    'forged-in-extensions',
    'signed-in-object',
    'changed-on-the-way',
    'email-empty',
  ])('%s finds its name all the same', async (fault) => {
    const { judgement } = await loginAt(name, fault)
    const causes = judgement?.findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)
    expect(causes).toEqual([faultCatalogue[fault].finding])
  })
})

test('each is recognised by the name it goes by', () => {
  const recognised = login.idp.tenants.map(({ entityId }) => recogniseProvider(entityId))
  expect(recognised).toEqual(['okta', 'entra', 'google-workspace', 'ad-fs', null])
})

test('a switch page and an application by hand are of one tenant alone', async () => {
  login.switchOn()
  const browser = new CookieBrowser()
  const { url } = login.idp
  const page = await browser.post(`${url}/okta/faults`, { fault: 'wrong-audience' })
  expect(page.url).toBe(`${url}/okta/#faults`)
  expect(page.text).toContain('value="wrong-audience" checked')
  expect(login.idp.status()).toMatchObject({ faults: [] })
  const byHand = { entity_id: 'urn:example:by-hand', acs_url: 'https://hand.example.com/acs' }
  const registered = await browser.post(`${url}/okta/service-providers`, byHand)
  expect(registered.text).toContain('Registered: urn:example:by-hand')
  expect((await browser.get(`${url}/`)).text).not.toContain('urn:example:by-hand')
  const asking = await browser.get(`${url}/okta/idp-initiated?sp=urn:example:by-hand`)
  const answer = await browser.post(asking.url, { use: 'mira' })
  expect(formsIn(answer)[0]).toMatchObject({
    action: 'https://hand.example.com/acs',
    fields: { SAMLResponse: expect.any(String) },
  })
  login.switchOn()
})

test('a second factor is told as each make tells it', async () => {
  const context = async (path: string) => {
    const browser = new CookieBrowser()
    const sp = encodeURIComponent('urn:example:by-hand')
    await browser.post(`${login.idp.url}${path}/service-providers`, {
      entity_id: 'urn:example:by-hand',
      acs_url: 'https://hand.example.com/acs',
    })
    const asking = await browser.get(`${login.idp.url}${path}/idp-initiated?sp=${sp}`)
    const answer = await browser.post(asking.url, { use: 'mira', second_factor: 'yes' })
    return Buffer.from(formsIn(answer)[0]?.fields.SAMLResponse ?? '', 'base64').toString('utf8')
  }
  expect(await context('')).toContain('ClassRef>https://refeds.org/profile/mfa<')
  expect(await context('/entra')).toContain('Value>http://schemas.microsoft.com/claims/multipleauthn<')
  expect(await context('/adfs')).toContain('ClassRef>http://schemas.microsoft.com/claims/multipleauthn<')
  expect(await context('/google')).not.toContain('multipleauthn')
})
