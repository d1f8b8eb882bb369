import { describe, expect, test } from 'vitest'
import { chooseAcs } from '#main/practice-idp/requests/choose-acs.ts'
import { RequestRefused } from '#main/practice-idp/requests/request-refused.ts'
import { readServiceProvider } from '#main/practice-idp/service-providers/read-service-provider.ts'
import { BINDING_POST, MD } from '#main/saml/namespaces.ts'

const acs = (index: number, url: string, more = '') =>
  `<AssertionConsumerService index="${index}" Binding="${BINDING_POST}" Location="${url}" ${more}/>`
const serviceProvider = readServiceProvider(
  `<EntityDescriptor xmlns="${MD}" entityID="urn:sp"><SPSSODescriptor>${[
    acs(0, 'https://sp/zero'),
    acs(1, 'https://sp/one', 'isDefault="true"'),
    acs(2, 'ftp://sp/two'),
    acs(3, 'https://sp/artifact').replace('HTTP-POST', 'HTTP-Artifact'),
  ].join('')}</SPSSODescriptor></EntityDescriptor>`,
)
const nothing = { acsUrl: undefined, acsIndex: undefined, protocolBinding: undefined }
const choose = (asked: Partial<typeof nothing | Record<string, string>>) =>
  chooseAcs(serviceProvider, { ...nothing, ...asked })

describe('where the answer goes', () => {
  test('the default where nothing is asked', () => expect(choose({})).toBe('https://sp/one'))
  test('what is asked by address', () => expect(choose({ acsUrl: 'https://sp/zero' })).toBe('https://sp/zero'))
  test('what is asked by index', () => expect(choose({ acsIndex: '0' })).toBe('https://sp/zero'))
  test('by POST, as asked', () => expect(choose({ protocolBinding: BINDING_POST })).toBe('https://sp/one'))
})

describe('nowhere that is not registered for POST', () => {
  test.each([
    [{ acsUrl: 'https://evil.example/' }, 'acs-unknown'],
    [{ acsUrl: 'https://sp/one/' }, 'acs-unknown'],
    [{ acsUrl: 'https://SP/one' }, 'acs-unknown'],
    [{ acsUrl: '' }, 'acs-unknown'],
    [{ acsUrl: 'ftp://sp/two' }, 'acs-unknown'],
    [{ acsUrl: 'https://sp/artifact' }, 'acs-unknown'],
    [{ acsIndex: '3' }, 'acs-unknown'],
    [{ acsIndex: '9' }, 'acs-unknown'],
    [{ protocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact' }, 'binding-unsupported'],
  ])('%j', (asked, reason) => {
    expect(() => choose(asked)).toThrow(RequestRefused)
    expect(() => choose(asked)).toThrow(reason)
  })
})
