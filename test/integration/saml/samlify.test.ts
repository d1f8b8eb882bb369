import { randomBytes } from 'node:crypto'
import * as samlify from 'samlify'
import { beforeAll, describe, expect, test } from 'vitest'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { judgeResponse } from '#main/checks/judge-response.ts'
import { messageId } from '#main/saml/message-id.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { type LoginRequest, startLogin } from '#main/saml/service-provider/start-login.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { postedBy, runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'
import { gist } from '#test/support/saml/judging.ts'

const ENTITY_ID = 'urn:claimcheck:acme:conn_1'
const ACS_URL = 'https://app.customer.example/saml/acs?connection=conn_1&x=y'
const SSO_URL = 'https://idp.example.com/sso'
const IDP = 'https://idp.example.com/metadata'

let ours: SigningIdentity
let theirs: SigningIdentity

/** samlify reads the clock itself and checks every message against the official schemas. */
beforeAll(async () => {
  const schemas = await loadSchemaValidator()
  samlify.setSchemaValidator({
    validate: async (xml: string) => {
      const faults = schemas.validate(xml, 'protocol')
      if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'))
      return 'valid'
    },
  })
  ;[ours, theirs] = await Promise.all([makeSigningIdentity(), makeSigningIdentity()])
})

const base64 = ({ certificate }: SigningIdentity) => certificate.x509.raw.toString('base64')
const pem = ({ privateKey }: SigningIdentity) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const ourMetadata = () =>
  writeServiceProviderMetadata({
    entityId: ENTITY_ID,
    acsUrl: ACS_URL,
    signOutUrl: null,
    certificate: base64(ours),
    wantAssertionsSigned: true,
    authnRequestsSigned: true,
  })

const theirIdp = () =>
  samlify.IdentityProvider({
    entityID: IDP,
    signingCert: base64(theirs),
    privateKey: pem(theirs),
    wantAuthnRequestsSigned: true,
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    nameIDFormat: ['urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'],
    singleLogoutService: [
      { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: 'https://idp.example.com/slo' },
    ],
    singleSignOnService: ['redirect', 'post'].map((binding) => ({
      Binding: `urn:oasis:names:tc:SAML:2.0:bindings:HTTP-${binding === 'post' ? 'POST' : 'Redirect'}`,
      Location: SSO_URL,
    })),
  })

const ourLogin = (binding: LoginRequest['binding']) =>
  startLogin({
    id: messageId(randomBytes(16)),
    issueInstant: new Date(),
    issuer: ENTITY_ID,
    destination: SSO_URL,
    acsUrl: ACS_URL,
    binding,
    relayState: 'a&b c',
    signWith: { key: ours.privateKey, hash: 'sha256', certificate: base64(ours) },
  })

function readByThem(login: ReturnType<typeof startLogin>) {
  const sp = samlify.ServiceProvider({ metadata: ourMetadata() })
  const { url, form } = login.start
  if (form !== null) return theirIdp().parseLoginRequest(sp, 'post', { body: form })
  const query = new URL(url).searchParams
  const octetString = new URL(url).search.slice(1).replace(/&Signature=.*/, '')
  return theirIdp().parseLoginRequest(sp, 'redirect', { query: Object.fromEntries(query), octetString })
}

describe('samlify as the identity provider, our side as the application', () => {
  test.each(['redirect', 'post'] as const)('reads our metadata and our signed request by %s', async (binding) => {
    const login = ourLogin(binding)
    const { extract } = await readByThem(login)
    expect(extract).toMatchObject({
      issuer: ENTITY_ID,
      request: { id: login.request.id, destination: SSO_URL, assertionConsumerServiceUrl: ACS_URL },
    })
  })

  test('a request that was changed on the way is refused by it', async () => {
    const login = ourLogin('redirect')
    const changed = {
      ...login,
      start: { ...login.start, url: login.start.url.replace('RelayState=a', 'RelayState=z') },
    }
    await expect(readByThem(changed)).rejects.toBeDefined()
  })

  test('its metadata is sound for us', () => {
    const judgement = judgeMetadata(theirIdp().getMetadata(), { now: new Date(), mode: 'interop', role: 'idp' })
    expect(judgement.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(judgement.entities).toMatchObject([
      { entityId: IDP, wantAuthnRequestsSigned: true, signingCertificates: [theirs.certificate.summary] },
    ])
  })

  test.each([
    ['assertion', false],
    ['both', true],
  ] as const)('its response with %s signed is accepted by us', async (requireSigned, wantMessageSigned) => {
    const login = ourLogin('redirect')
    const xml = await theirResponse(await readByThem(login), wantMessageSigned)
    const judgement = judge(xml, login.request.id, requireSigned)
    expect(gist(judgement)).toMatchObject({ verdict: 'accepted', rootCauses: [] })
    expect(judgement.identity).toMatchObject({ nameId: 'ada@example.com', profile: { email: 'ada@example.com' } })
  })

  test('and refused once a character was changed', async () => {
    const login = ourLogin('redirect')
    const xml = await theirResponse(await readByThem(login), true)
    const changed = xml.replace('>ada@example.com</saml:AttributeValue>', '>eve@example.com</saml:AttributeValue>')
    expect(gist(judge(changed, login.request.id, 'either')).rootCauses).toContain('saml.signature-digest.changed')
  })
})

/** Its own template, with the two statements that it leaves to the caller. */
async function theirResponse(request: Awaited<ReturnType<typeof readByThem>>, wantMessageSigned: boolean) {
  const sp = samlify.ServiceProvider({ metadata: ourMetadata(), wantMessageSigned })
  const now = new Date()
  const later = new Date(now.getTime() + 300_000).toISOString()
  const fill = (template: string) => {
    const id = messageId(randomBytes(16))
    const context = samlify.SamlLib.replaceTagsByValue(
      template
        .replace(
          '{AuthnStatement}',
          '<saml:AuthnStatement AuthnInstant="{IssueInstant}" SessionIndex="_s"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>',
        )
        .replace(
          '{AttributeStatement}',
          '<saml:AttributeStatement><saml:Attribute Name="email"><saml:AttributeValue xsi:type="xs:string">{NameID}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
        ),
      {
        ID: id,
        AssertionID: messageId(randomBytes(16)),
        Destination: ACS_URL,
        Audience: ENTITY_ID,
        SubjectRecipient: ACS_URL,
        Issuer: IDP,
        IssueInstant: now.toISOString(),
        StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
        ConditionsNotBefore: now.toISOString(),
        ConditionsNotOnOrAfter: later,
        SubjectConfirmationDataNotOnOrAfter: later,
        NameIDFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
        NameID: 'ada@example.com',
        InResponseTo: String(request.extract.request?.id),
      },
    )
    return { id, context }
  }
  const user = { email: 'ada@example.com' }
  const { context } = await theirIdp().createLoginResponse(sp, request as never, 'post', user, {
    customTagReplacement: fill,
  })
  return Buffer.from(context, 'base64').toString('utf8')
}

const judge = (xml: string, requestId: string, requireSigned: 'assertion' | 'both' | 'either') =>
  judgeResponse(xml, {
    now: new Date(),
    policy: { ...defaultJudgingPolicy, mode: 'strict', requireSigned },
    identityProvider: {
      entityId: IDP,
      certificates: [{ sha256: theirs.certificate.summary.sha256, x509: theirs.certificate.x509 }],
    },
    serviceProvider: { entityId: ENTITY_ID, acsUrl: ACS_URL, decryptionKeys: [] },
    solicitation: { kind: 'requested', requestId },
    mapping: wellKnownClaimNames,
    requiredClaims: ['email'],
    emailDomains: undefined,
    maximumAuthenticationAge: undefined,
    stopwatch: undefined,
  })

describe('samlify as the application, our practice identity provider', () => {
  test('reads our metadata, is registered, asks, and accepts the answer', async () => {
    const { idp, browser } = await runPracticeIdp({ clock: () => new Date(), signing: undefined }, null)
    const their = samlify.ServiceProvider({
      entityID: ENTITY_ID,
      assertionConsumerService: [{ Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', Location: ACS_URL }],
      wantAssertionsSigned: true,
      wantMessageSigned: true,
    })
    idp.registerServiceProvider(their.getMetadata())
    const ourIdp = samlify.IdentityProvider({ metadata: (await browser.get(idp.metadataUrl)).text })
    const { context } = their.createLoginRequest(ourIdp, 'redirect')
    const { xml } = postedBy(await browser.post((await browser.get(context)).url, { use: 'zoe' }))
    const SAMLResponse = Buffer.from(xml).toString('base64')
    const { extract } = await their.parseLoginResponse(ourIdp, 'post', { body: { SAMLResponse } })
    expect(extract).toMatchObject({
      nameID: 'zoe.obrien@example.com',
      attributes: { family_name: "O'Brien-Çelik", groups: ['everyone', 'finance & legal'] },
    })
    const changed = Buffer.from(xml.replace('zoe.obrien', 'zoe.0brien')).toString('base64')
    await expect(their.parseLoginResponse(ourIdp, 'post', { body: { SAMLResponse: changed } })).rejects.toBeDefined()
  })
})
