import { fork } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export const CLIENT = 'benchmark'
export const SECRET = 'asecretoftwoapplications'
export const SUBJECT = '248289761001'

/** Runs the provider as another part of this program, so that what it does is not measured. @returns its issuer, and what stops it */
export async function startProvider(): Promise<{ readonly issuer: string; readonly stop: () => void }> {
  const child = fork(process.argv[1] ?? '', ['provider'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [issuer] = (await once(child, 'message')) as [string]
  return { issuer, stop: () => child.kill() }
}

/** It gives every code an ID Token whose nonce is the code, as large and as signed as those of the big providers are. */
export function serveProvider(): void {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'RS256', use: 'sig' }
  const header = encode({ alg: 'RS256', kid: 'key-1', typ: 'JWT' })
  let issuer = ''
  const tokenFor = (nonce: string, accessToken: string) => {
    const now = Math.floor(Date.now() / 1000)
    const atHash = createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')
    const times = { iat: now, exp: now + 300, auth_time: now - 5 }
    const claims = { iss: issuer, aud: CLIENT, sub: SUBJECT, nonce, at_hash: atHash, ...times, ...person }
    const input = `${header}.${encode(claims)}`
    return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
  }
  const server = createServer(async (request, response): Promise<unknown> => {
    const answer = (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (request.url === '/jwks') return answer({ keys: [jwk] })
    if (request.url === '/me') return answer({ sub: SUBJECT, ...person })
    if (request.url !== '/token') return answer(describe(issuer))
    const code = new URLSearchParams(await text(request)).get('code') ?? ''
    const access = `access-${code}`
    return answer({ access_token: access, token_type: 'Bearer', expires_in: 300, id_token: tokenFor(code, access) })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => {
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    process.send?.(issuer)
  })
}

const person = {
  ...{
    email: 'ada@example.com',
    email_verified: true,
    given_name: 'Ada',
    family_name: 'Lovelace',
    amr: ['pwd', 'otp'],
  },
  groups: ['engineering', 'administrators', 'pilots'],
}

const describe = (issuer: string) => ({
  issuer,
  ...{ authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/me` },
  ...{ jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'] },
  id_token_signing_alg_values_supported: ['RS256'],
  authorization_response_iss_parameter_supported: true,
})

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
