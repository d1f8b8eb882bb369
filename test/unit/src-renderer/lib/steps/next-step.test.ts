import { expect, test } from 'vitest'
import { nextStep } from '#renderer/lib/steps/next-step.ts'
import { aConnection, anIdentityProvider, aPublication, aServiceProvider } from '#test/support/model/a-connection.ts'

const identityProvider = anIdentityProvider()
const serviceProvider = aServiceProvider()

test.each([
  ['nothing loaded', aConnection(), 'identity-provider'],
  ['only the identity provider', aConnection({ identityProvider }), 'service-provider'],
  ['both sides', aConnection({ identityProvider, serviceProvider }), 'test-login'],
  ['on the tenant', aConnection({ identityProvider, publication: aPublication() }), 'publish'],
] as const)('%s', (_name, connection, expected) => expect(nextStep(connection)).toBe(expected))
