import { beforeAll, describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import { attribute, type MessageParts, responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'

let idp: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
})

const judge = (xml: string, change: Partial<ResponseContext> = {}) => judgeResponse(xml, soundContext([idp], change))
const changed = (change: Partial<MessageParts>, context: Partial<ResponseContext> = {}) =>
  gist(judge(sign(responseXml(change), idp), context))

describe('claims', () => {
  test('a missing one is a warning, unless it is required', () => {
    const without = { attributes: attribute('email', 'ada@example.com') }
    expect(changed(without)).toMatchObject({
      verdict: 'accepted',
      warnings: ['saml.claim.given-name.missing', 'saml.claim.family-name.missing'],
    })
    expect(changed(without, { requiredClaims: ['givenName'] })).toMatchObject({
      verdict: 'rejected',
      rootCauses: ['saml.claim.given-name.missing'],
    })
  })

  test('the NameID stands in for the mail attribute where its format says so', () => {
    expect(judge(sign(responseXml({ attributes: attribute('x', 'y') }), idp)).identity?.profile.email).toBe(
      'ada@example.com',
    )
  })

  test.each([
    [
      'missing',
      { nameId: '<saml:NameID>ada</saml:NameID>', attributes: attribute('x', 'y') },
      'saml.claim.email.missing',
    ],
    [
      'misnamed',
      { nameId: '<saml:NameID>ada</saml:NameID>', attributes: attribute('contactEmail', 'ada@example.com') },
      'saml.claim.email.misnamed',
    ],
    ['empty', { attributes: attribute('email', '') }, 'saml.claim.email.empty'],
    ['several', { attributes: attribute('email', 'ada@example.com', 'eve@example.com') }, 'saml.claim.email.several'],
    ['no address', { attributes: attribute('email', 'EXAMPLE\\ada') }, 'saml.claim.email.not-an-address'],
    ['joined', { attributes: attribute('email', 'ada@example.com, eve@example.com') }, 'saml.claim.email.joined'],
  ])('mail: %s', (_name, change, code) => {
    expect(changed(change)).toMatchObject({ verdict: 'accepted' })
    expect(changed(change).warnings).toContain(code)
    expect(changed(change, { requiredClaims: ['email'] }).rootCauses).toEqual([code])
    expect(judge(sign(responseXml(change), idp)).identity?.profile.email).toBeNull()
  })

  test.each([
    ['a guest', 'ada_dom.com#EXT#@tenant.onmicrosoft.com', 'email', 'saml.claim.email.user-name'],
    ['a tenant account', 'ada@tenant.onmicrosoft.com', 'email', 'saml.claim.email.user-name'],
  ])('a user name is no mail: %s', (_name, value, name, code) => {
    expect(changed({ attributes: attribute(name, value) }).warnings).toContain(code)
  })

  test('an address that the identity provider has not verified', () => {
    const attributes = soundMessage.attributes + attribute('email_verified', 'false')
    expect(changed({ attributes }).warnings).toEqual(['saml.claim.email.unverified'])
    expect(changed({ attributes: attributes.replace('false', 'true') }).warnings).toEqual([])
  })

  test.each([
    ['another case', attribute('GivenName', 'Ada')],
    ['another spelling', attribute('First Name', 'Ada')],
    ['a claim URI', attribute('https://schemas.example.com/claims/firstname', 'Ada')],
    ['a friendly name', attribute('urn:oid:9.9', 'Ada').replace('Name=', 'FriendlyName="givenName" Name=')],
  ])('a given name under another name: %s', (_name, renamed) => {
    const attributes = soundMessage.attributes.replace(attribute('given_name', 'Ada'), renamed)
    expect(changed({ attributes }).warnings).toEqual(['saml.claim.given-name.misnamed'])
  })

  test('a given name that is empty, and a family name that is several', () => {
    const empty = soundMessage.attributes.replace('>Ada<', '><')
    expect(changed({ attributes: empty }).warnings).toEqual(['saml.claim.given-name.empty'])
    const several = soundMessage.attributes.replace(
      attribute('family_name', 'Lovelace'),
      attribute('family_name', 'Lovelace', 'King'),
    )
    const judgement = judge(sign(responseXml({ attributes: several }), idp))
    expect(gist(judgement).warnings).toEqual(['saml.claim.family-name.several'])
    expect(judgement.identity?.profile.familyName).toBeNull()
  })

  test('a mapped attribute that arrives twice is refused', () => {
    const attributes = soundMessage.attributes + attribute('email', 'eve@example.com')
    expect(changed({ attributes }).rootCauses).toContain('saml.attributes.duplicated')
  })

  test('white space around a value is dropped, and said', () => {
    const judgement = judge(sign(responseXml({ attributes: soundMessage.attributes.replace('>Ada<', '> Ada<') }), idp))
    expect(gist(judgement).warnings).toEqual(['saml.attributes.padded'])
    expect(judgement.identity?.profile.givenName).toBe('Ada')
  })

  test('a foreign domain is refused', () => {
    expect(changed({}, { emailDomains: ['customer.example'] }).rootCauses).toEqual(['saml.claim.email.foreign-domain'])
    expect(changed({}, { emailDomains: ['example.com'] }).verdict).toBe('accepted')
  })

  test.each([
    ['object IDs', attribute('groups', '0f8fad5b-d9cb-469f-a165-70867728950e'), 'saml.claim.groups.guids'],
    [
      'an object ID among names',
      attribute('groups', 'pilots', '0f8fad5b-d9cb-469f-a165-70867728950e'),
      'saml.claim.groups.guids',
    ],
    [
      'security identifiers',
      attribute('groups', 'S-1-5-21-397955417-626881126-188441444-512'),
      'saml.claim.groups.guids',
    ],
    ['a joined list', attribute('groups', 'a,b'), 'saml.claim.groups.joined'],
    ['a list in brackets', attribute('groups', '["a"]'), 'saml.claim.groups.joined'],
    ['no value', attribute('groups', ''), 'saml.claim.groups.empty'],
    ['another spelling', attribute('Member-Of', 'a'), 'saml.claim.groups.misnamed'],
    [
      'a link',
      attribute('http://schemas.microsoft.com/claims/groups.link', 'https://graph'),
      'saml.claim.groups.overage',
    ],
  ])('groups: %s', (_name, groups, code) => {
    expect(
      changed({ attributes: soundMessage.attributes.replace(/<saml:Attribute Name="groups">.*$/, groups) }).warnings,
    ).toEqual([code])
  })
})
