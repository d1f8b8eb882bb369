import { validatorCompiler } from 'fastify-type-provider-zod'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { describeIssue, type ValidationIssue } from '#main/backend/http/describe-issue.ts'
import { NewProvider, ProviderChange } from '#shared/http-api/provider.ts'

/** As the server hears it. */
function issuesOf(schema: z.ZodType, body: unknown): string[] {
  const validate = validatorCompiler({ schema, method: 'POST', url: '/' })
  const { error } = validate(body) as { error?: ValidationIssue[] }
  return (error ?? []).map(describeIssue)
}

const config = { idpEntityId: 'x', idpSsoUrl: 'https://idp.example/sso', idpCertificate: 'x' }
const provider = { type: 'saml', issuer: 'x', domain: 'acme.example', config }

test.each<[unknown, string[]]>([
  [provider, []],
  [undefined, ['The body is missing. Add it.']],
  [{ ...provider, issuer: undefined }, ['issuer is missing. Add it.']],
  [{ ...provider, issuer: 7 }, ['issuer must be a string.']],
  [{ ...provider, issuer: '  ' }, ['issuer is empty. Enter a value.']],
  [{ ...provider, domains: [] }, []],
  [
    { ...provider, domains: ['a.example', 'b'] },
    ['domains[1]: Enter a domain such as example.com, without @ or https://.'],
  ],
  [
    { ...provider, config: { ...config, idpSsoUrl: 'x' } },
    ['config.idpSsoUrl is not a URL. Enter one that begins with https://.'],
  ],
  [{ ...provider, config: { ...config, a: 1, b: 1 } }, ['config.a, config.b are not known here. Leave it out.']],
  [{ ...provider, extra: 1 }, ['extra is not known here. Leave it out.']],
])('%j', (body, said) => {
  expect(issuesOf(NewProvider, body)).toEqual(said)
})

test('of the two protocols a change may be of, the one that was meant speaks', () => {
  expect(issuesOf(ProviderChange, { config: { idpSsoUrl: 'x' } })).toEqual([
    'config.idpSsoUrl is not a URL. Enter one that begins with https://.',
  ])
  expect(issuesOf(ProviderChange, { config: { clientId: '' } })).toEqual(['config.clientId is empty. Enter a value.'])
})
