import type { TestOrganisation } from './open-test-backend.ts'

export interface ScimAnswer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is what the tests are about
  readonly body: any
  readonly headers: Headers
}

export type ScimCall = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<ScimAnswer>

/** What a directory calls with, with an API key of its own. */
export async function scimClient(url: string, { call }: TestOrganisation): Promise<ScimCall> {
  const { secret } = (await call('POST', '/api-keys', { name: 'Directory', scopes: ['scim'] })).body
  return scimWith(url, secret)
}

export const scimWith =
  (url: string, key: string): ScimCall =>
  async (method, path, body, headers = {}) => {
    const answer = await fetch(`${url}/scim/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), headers: answer.headers }
  }

export const patchOp = (...operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: operations,
})

export const aScimUser = (name: string, change: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: `${name}@acme.example`,
  externalId: `00u-${name}`,
  name: { givenName: name, familyName: 'Lovelace' },
  emails: [{ value: `${name}@acme.example`, type: 'work', primary: true }],
  active: true,
  ...change,
})
