import { expect, test } from 'vitest'
import { ProviderId } from '#shared/model/provider-id.ts'
import { providers, recogniseProvider } from '#shared/providers/provider-catalogue.ts'

test('every provider of the picker has an entry, in the picker’s order', () => {
  expect(Object.keys(providers)).toEqual(ProviderId.options)
})

test.each([
  ['http://www.okta.com/exk1abcdefGHIJKLM2p7', 'okta'],
  ['https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/', 'entra'],
  // Without the slash at its end it is not Entra's entity ID.
  ['https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47', null],
  ['https://accounts.google.com/o/saml2?idpid=C01abc2de', 'google-workspace'],
  ['http://fs.customer.example/adfs/services/trust', 'ad-fs'],
  ['http://127.0.0.1:7400/metadata', null],
] as const)('%s is of %s', (entityId, expected) => expect(recogniseProvider(entityId)).toBe(expected))
