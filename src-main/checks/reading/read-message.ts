import { readAssertion } from '#main/saml/element/assertion.ts'
import { readResponse } from '#main/saml/element/response.ts'
import { SAML } from '#main/saml/namespaces.ts'
import { OpenedElements } from '#main/xml/encryption/opened-elements.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { collectIdentifiers, type Identifiers } from '#main/xml/signature/identifiers.ts'
import { type SignatureJudgement, type TrustedKey, verifySignature } from '#main/xml/signature/verify-signature.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import { examineStructure, type Structure } from '../gate/examine-structure.ts'
import { encryptedParts, leftSealed, MOST_PARTS, type Opening, openEncrypted } from '../gate/open-encrypted.ts'
import type { ResponseContext } from '../response-context.ts'
import { chooseConfirmation } from './choose-confirmation.ts'
import type { AssertionReading, PlacedSignature, ResponseReading, ResponseSubject } from './response-subject.ts'
import { trustedKeys } from './trusted-keys.ts'

/** A message taken apart: what its checks look at, and what was found on the way there. */
export interface ReadMessage {
  readonly subject: ResponseSubject
  readonly structures: readonly Structure[]
  readonly openings: readonly Opening[]
}

/**
 * Structure, then signatures, then what is encrypted, then what is signed inside it. Where any structure has a fault nothing is
 * verified; the rest is read all the same, for the diagnosis.
 */
export function readMessage(root: XmlElement, context: ResponseContext): ReadMessage {
  const keys = trustedKeys(context)
  const opened = new OpenedElements(context.serviceProvider.decryptionKeys, messageLimits)
  const identifiers = collectIdentifiers(root.document)
  const outer = examineStructure(root, identifiers)
  const verify = verifier(keys, opened)
  const ofResponse = verify(outer.responseSignature, identifiers)
  const response = readResponseAs(root, isSound(outer) ? ofResponse : undefined, opened)

  const encrypted = outer.assertion?.local === 'EncryptedAssertion' ? outer.assertion : undefined
  const opening = encrypted && openEncrypted(encrypted, 'Assertion', opened, context, response.trust === 'verified')
  const element = encrypted === undefined ? outer.assertion : opening?.root
  const allIdentifiers =
    opening?.root === undefined ? identifiers : collectIdentifiers(root.document, opening.root.document)
  const inner = opening?.root && examineStructure(opening.root, allIdentifiers)
  const structures = inner === undefined ? [outer] : [outer, inner]
  const ofAssertion = verify((inner ?? outer).assertionSignature, allIdentifiers)

  const assertion =
    element && readAssertionAs(element, response, structures.every(isSound) ? ofAssertion : undefined, opened)
  const parts = element === undefined ? [] : openParts(element, opened, context, assertion?.trust === 'verified')
  const reread = parts.length === 0 ? assertion : assertion && rereadAssertion(assertion)
  return {
    subject: {
      context,
      response,
      assertion: reread,
      confirmation: reread && chooseConfirmation(reread.element, context),
      signatures: [...placed('response', ofResponse), ...placed('assertion', ofAssertion)],
      documents: [root.document, ...(opening?.root === undefined ? [] : [opening.root.document])],
      sound: structures.every(isSound),
      encrypted: encrypted !== undefined,
      sealed: opening !== undefined && opening.root === undefined,
    },
    structures,
    openings: [...(opening === undefined ? [] : [opening]), ...parts],
  }
}

const isSound = ({ faults, signatureFaults }: Structure) => faults.length === 0 && signatureFaults.length === 0

const verifier =
  (keys: readonly TrustedKey[], opened: OpenedElements) =>
  (signature: XmlElement | undefined, identifiers: Identifiers) =>
    signature && verifySignature(signature, keys, identifiers, { opened })

function readResponseAs(
  root: XmlElement,
  signature: SignatureJudgement | undefined,
  opened: OpenedElements,
): ResponseReading {
  if (signature?.verified !== undefined) return { trust: 'verified', element: readResponse(signature.verified) }
  return { trust: 'unverified', element: readResponse(new UnverifiedElement(root, opened)) }
}

/** Its own signature vouches for it, or else the response's, which covers everything inside, ciphertext included. */
function readAssertionAs(
  element: XmlElement,
  response: ResponseReading,
  own: SignatureJudgement | undefined,
  opened: OpenedElements,
): AssertionReading {
  const inResponse = response.trust === 'verified' ? response.element.view.children(SAML, 'Assertion')[0] : undefined
  const verified = own?.verified ?? inResponse
  if (verified !== undefined) return { trust: 'verified', element: readAssertion(verified) }
  return { trust: 'unverified', element: readAssertion(new UnverifiedElement(element, opened)) }
}

/** Names and attributes that are encrypted by themselves. */
function openParts(element: XmlElement, opened: OpenedElements, context: ResponseContext, covered: boolean): Opening[] {
  const parts = encryptedParts(element).slice(0, MOST_PARTS + 1)
  return parts.map((part, index) =>
    index < MOST_PARTS
      ? openEncrypted(part, part.local === 'EncryptedID' ? 'NameID' : 'Attribute', opened, context, covered)
      : leftSealed(part),
  )
}

/** The same view, read once more now that it shows what was opened. */
function rereadAssertion(assertion: AssertionReading): AssertionReading {
  if (assertion.trust === 'verified') return { trust: 'verified', element: readAssertion(assertion.element.view) }
  return { trust: 'unverified', element: readAssertion(assertion.element.view) }
}

const placed = (covers: PlacedSignature['covers'], judgement: SignatureJudgement | undefined): PlacedSignature[] =>
  judgement === undefined ? [] : [{ covers, judgement }]
