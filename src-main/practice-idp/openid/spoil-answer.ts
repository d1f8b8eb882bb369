import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Claims, OpenidFault, UnsignedToken } from '../faults/openid/openid-fault.ts'
import { writeToken } from '../faults/openid/write-token.ts'
import { openidFaultsAmong } from '../faults/openid-fault-table.ts'
import type { IdentityProviderState } from '../identity-provider-state.ts'

const Members = z.record(z.string(), z.unknown())
const TokenResponse = z.looseObject({ id_token: z.string() })
const KeySet = z.looseObject({ keys: z.array(Members) })

/**
 * Makes the mistakes that are switched on in what the provider answers. The library cannot be made to lie, so its answers are held
 * back until they are whole, changed, and sent on. Without a fault nothing is held back.
 * @param path within the provider, such as `/token`
 */
export function spoilAnswer(idp: IdentityProviderState, keyId: string, path: string, response: ServerResponse): void {
  const faults = openidFaultsAmong(idp.activeIds)
  if (faults.length === 0) return
  const spoiling: Spoiling = { idp, keyId, faults }
  const end = response.end.bind(response)
  const send = async (body: string) => {
    const sent = await spoil(spoiling, path, response, body)
    response.setHeader('content-length', Buffer.byteLength(sent))
    end(sent)
  }
  response.end = ((chunk?: unknown) => {
    send(textOf(chunk)).catch((error: unknown) => {
      idp.onEvent({ kind: 'failed', error })
      response.destroy()
    })
    return response
  }) as typeof response.end
}

interface Spoiling {
  readonly idp: IdentityProviderState
  readonly keyId: string
  readonly faults: readonly OpenidFault[]
}

const textOf = (chunk: unknown) => {
  if (chunk instanceof Uint8Array) return Buffer.from(chunk).toString('utf8')
  return typeof chunk === 'string' ? chunk : ''
}

async function spoil(spoiling: Spoiling, path: string, response: ServerResponse, body: string): Promise<string> {
  spoilCallback(spoiling, response)
  switch (path) {
    case '/token':
      return spoilTokens(spoiling, response, body)
    case '/me':
      return profileIn(spoiling, body)
    case '/jwks':
      return spoilKeys(spoiling, body)
    default:
      return body
  }
}

/** The way back to the application, and no other redirect. */
function spoilCallback({ faults }: Spoiling, response: ServerResponse): void {
  const location = response.getHeader('location')
  const address = typeof location === 'string' ? URL.parse(location) : null
  if (address === null || !['code', 'error'].some((name) => address.searchParams.has(name))) return
  for (const fault of faults) fault.callback?.(address.searchParams)
  response.setHeader('location', address.href)
}

async function spoilTokens(spoiling: Spoiling, response: ServerResponse, body: string): Promise<string> {
  const { idp, faults } = spoiling
  const whole = faults.find(({ tokenAnswer }) => tokenAnswer !== undefined)?.tokenAnswer
  if (whole !== undefined) {
    response.statusCode = whole.status
    response.setHeader('content-type', whole.contentType)
    return whole.body
  }
  const answer = TokenResponse.safeParse(JSON.parse(body))
  if (!answer.success) return body
  const idToken = await spoilToken(spoiling, answer.data.id_token)
  idp.endSlips()
  return JSON.stringify({ ...answer.data, id_token: idToken })
}

async function spoilToken({ idp, keyId, faults }: Spoiling, compact: string): Promise<string> {
  const [, payload = ''] = compact.split('.')
  const issued = Members.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  const claims = faults.reduce<Claims>((told, fault) => fault.profile?.(told) ?? told, issued)
  let token: UnsignedToken = { header: { alg: 'RS256', typ: 'JWT', kid: keyId }, claims, key: idp.signing.privateKey }
  for (const fault of faults) token = (await fault.token?.(token, idp.scene)) ?? token
  const signed = faults.find((fault) => fault.signed !== undefined)?.signed ?? writeToken
  return signed(token)
}

function profileIn({ faults }: Spoiling, body: string): string {
  const told = Members.safeParse(JSON.parse(body))
  if (!told.success || !('sub' in told.data)) return body
  return JSON.stringify(faults.reduce<Claims>((claims, fault) => fault.profile?.(claims) ?? claims, told.data))
}

async function spoilKeys({ idp, faults }: Spoiling, body: string): Promise<string> {
  let { keys }: { keys: readonly Claims[] } = KeySet.parse(JSON.parse(body))
  for (const fault of faults) keys = (await fault.keys?.(keys, idp.scene)) ?? keys
  return JSON.stringify({ keys })
}
