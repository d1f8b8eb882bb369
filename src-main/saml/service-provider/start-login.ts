import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import type { LoginStart } from '#shared/http-api/login-test.ts'
import { encodePost } from '../binding/post-binding.ts'
import { encodeRedirect } from '../binding/redirect-binding.ts'
import type { RedirectSigning } from '../binding/redirect-signature.ts'
import { type AuthnRequestValues, writeAuthnRequest } from './write-authn-request.ts'

export interface LoginRequest extends AuthnRequestValues {
  readonly binding: 'redirect' | 'post'
  readonly relayState: string | null
  /** `certificate` is Base64 of the DER, for KeyInfo (HTTP-POST only). */
  readonly signWith?: (RedirectSigning & { readonly certificate?: string }) | undefined
}

/** Builds the request and says where the browser begins. By Redirect the query is signed, by POST the XML. */
export function startLogin(login: LoginRequest): { request: { id: string; xml: string }; start: LoginStart } {
  const { id, destination, relayState, signWith } = login
  const xml = writeAuthnRequest(login)
  if (login.binding === 'redirect') {
    const url = encodeRedirect({ destination, kind: 'SAMLRequest', xml, relayState, signWith })
    return { request: { id, xml }, start: { url, form: null } }
  }
  const sent = signWith === undefined ? xml : signEnveloped(xml, { ...signWith, id, after: 'Issuer' })
  const form = { SAMLRequest: encodePost(sent), ...(relayState === null ? {} : { RelayState: relayState }) }
  return { request: { id, xml: sent }, start: { url: destination, form } }
}
