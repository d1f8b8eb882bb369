import type { KeyObject } from 'node:crypto'
import { verifyQuery } from '#main/saml/binding/redirect-signature.ts'
import { collectIdentifiers } from '#main/xml/signature/identifiers.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import { verifySignature } from '#main/xml/signature/verify-signature.ts'
import { childElements } from '#main/xml/tree/query.ts'
import type { RegisteredServiceProvider } from '../service-providers/read-service-provider.ts'
import type { OpenedMessage } from './open-message.ts'
import { RequestRefused } from './request-refused.ts'

/**
 * A signature that is there must hold, unless the application gave no certificate to check it with; one that its metadata
 * promises must be there (SAML Metadata §2.4.4, AuthnRequestsSigned).
 */
export function checkSignature(
  message: OpenedMessage,
  { requestsSigned, signingKeys }: RegisteredServiceProvider,
): void {
  const outcome = signatureOutcome(message, signingKeys)
  if (outcome === 'absent' && requestsSigned) throw new RequestRefused('signature-missing')
  if (outcome === 'refuted' && signingKeys.length > 0) throw new RequestRefused('signature-wrong')
}

export type SignatureOutcome = 'absent' | 'holds' | 'refuted'

/** By the binding it came by: a query's signature, or that of the whole message in the XML. */
export function signatureOutcome(message: OpenedMessage, keys: readonly KeyObject[]): SignatureOutcome {
  const holds = message.querySignature === undefined ? xmlSignatureHolds : querySignatureHolds
  return holds(message, keys)
}

function querySignatureHolds({ querySignature }: OpenedMessage, keys: readonly KeyObject[]): SignatureOutcome {
  if (!querySignature) return 'absent'
  const { signedQuery, method, value } = querySignature
  return keys.some((key) => verifyQuery(signedQuery, method, value, key) === true) ? 'holds' : 'refuted'
}

function xmlSignatureHolds({ document }: OpenedMessage, keys: readonly KeyObject[]): SignatureOutcome {
  const [signature] = childElements(document.root, DS, 'Signature')
  if (signature === undefined) return 'absent'
  const trusted = keys.map((key, index) => ({ id: String(index), key }))
  const { verified } = verifySignature(signature, trusted, collectIdentifiers(document))
  return verified === undefined ? 'refuted' : 'holds'
}
