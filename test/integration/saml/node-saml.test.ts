import { randomBytes } from 'node:crypto'
import { SAML, type SamlConfig, ValidateInResponseTo } from '@node-saml/node-saml'
import { describe, expect, test } from 'vitest'
import { aYearFrom, makePracticeSigning } from '#main/practice-idp/signing/practice-signing.ts'
import type { FaultId } from '#shared/model/practice-idp.ts'
import { CookieBrowser, formsIn } from '#test/support/net/cookie-browser.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { postedBy, type RunningPracticeIdp, runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'

const signing = makePracticeSigning(aYearFrom(new Date()), randomBytes(16))

/** node-saml reads the clock itself: everything here happens now. */
async function runNow(changes: Partial<SamlConfig> = {}, signer?: SigningIdentity) {
  const running = await runPracticeIdp({ clock: () => new Date(), signing: await signing }, null)
  const { idp } = running
  const saml = new SAML({
    idpCert: idp.signing.certificate.summary.pem,
    entryPoint: `${idp.url}/sso`,
    idpIssuer: idp.entityId,
    issuer: 'urn:example:node-saml',
    audience: 'urn:example:node-saml',
    callbackUrl: 'https://app.customer.example/node-saml/acs',
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    validateInResponseTo: ValidateInResponseTo.always,
    signatureAlgorithm: 'sha256',
    ...(signer && {
      privateKey: signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicCert: signer.certificate.summary.pem,
    }),
    ...changes,
  })
  const certificate = signer?.certificate.summary.pem ?? null
  idp.registerServiceProvider(saml.generateServiceProviderMetadata(null, certificate))
  return { running, saml }
}

async function signIn({ idp, browser }: RunningPracticeIdp, saml: SAML) {
  const page = await browser.get(await saml.getAuthorizeUrlAsync('relay', undefined, {}))
  expect([page.status, page.url]).toEqual([200, expect.stringMatching(`^${idp.url}/login/`)])
  return postedBy(await browser.post(page.url, { use: 'mira' }))
}

const accept = (saml: SAML, xml: string) =>
  saml.validatePostResponseAsync({ SAMLResponse: Buffer.from(xml).toString('base64') })

describe('node-saml as the application, our identity provider', () => {
  test('its metadata is registered, its request read, our answer accepted', async () => {
    const { running, saml } = await runNow()
    const { xml, relayState, acsUrl } = await signIn(running, saml)
    expect([acsUrl, relayState]).toEqual(['https://app.customer.example/node-saml/acs', 'relay'])
    const { profile } = await accept(saml, xml)
    expect(profile).toMatchObject({
      issuer: running.idp.entityId,
      nameID: 'mira.okafor@example.com',
      email: 'mira.okafor@example.com',
      given_name: 'Mira',
      groups: ['everyone', 'it-admins'],
    })
  })

  test('its signed request, by Redirect and by POST', async () => {
    const signer = await makeSigningIdentity('rsa-2048')
    const { running, saml } = await runNow({}, signer)
    expect((await accept(saml, (await signIn(running, saml)).xml)).profile?.nameID).toBe('mira.okafor@example.com')

    const posting = await runNow({ authnRequestBinding: 'HTTP-POST', skipRequestCompression: true }, signer)
    const html = await posting.saml.getAuthorizeFormAsync('relay')
    const [form] = formsIn({ text: html, url: posting.running.idp.url, status: 200, headers: new Headers() })
    const page = await new CookieBrowser().post(form!.action, { ...form!.fields })
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('name="password"')])
  })

  test('a request signed with another key is not let through', async () => {
    const { running, saml } = await runNow({}, await makeSigningIdentity('rsa-2048'))
    const other = await makeSigningIdentity('rsa-2048')
    saml.options.privateKey = other.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const page = await running.browser.get(await saml.getAuthorizeUrlAsync('relay', undefined, {}))
    expect([page.status, running.events.at(-1)]).toEqual([400, { kind: 'request-refused', reason: 'signature-wrong' }])
  })
})

describe('and it refuses what is wrong', () => {
  test('one changed character', async () => {
    const { running, saml } = await runNow()
    const { xml } = await signIn(running, saml)
    await expect(accept(saml, xml.replace('mira.okafor@', 'mira.okafoR@'))).rejects.toThrow(/signature/i)
  })

  test.each([
    ['wrong-audience', /audience/i],
    ['expired-response', /subject confirmation/i],
    ['unsigned-response', /signature/i],
  ] satisfies [FaultId, RegExp][])('%s', async (fault, words) => {
    const { running, saml } = await runNow()
    running.idp.setFaults([fault])
    const { xml } = await signIn(running, saml)
    await expect(accept(saml, xml)).rejects.toThrow(words)
  })
})
