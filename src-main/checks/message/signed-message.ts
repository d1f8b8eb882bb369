import type { KeyObject } from 'node:crypto'
import { OpenedElements } from '#main/xml/encryption/opened-elements.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { collectIdentifiers } from '#main/xml/signature/identifiers.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import { type SignatureJudgement, verifySignature } from '#main/xml/signature/verify-signature.ts'
import { type ElementView, UnverifiedElement } from '#main/xml/tree/element-view.ts'
import { childElements, descendantsOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { Trust } from '../finding/outcome.ts'
import { trustedKeys } from '../reading/trusted-keys.ts'
import type { TrustedCertificate } from '../response-context.ts'
import { encryptedNames } from './encrypted-names.ts'
import { judgeQuerySignature, type QuerySignature, type QuerySignatureJudgement } from './query-signature.ts'

/** A message that is signed as a whole, in the XML or in the address it travelled in. */
export interface SignedMessage {
  readonly root: XmlElement
  readonly view: ElementView
  readonly trust: Trust
  /** Of the XML; undefined where there is none where one may be. */
  readonly signature: SignatureJudgement | undefined
  /** Of the address; undefined where it carries none. */
  readonly querySignature: QuerySignatureJudgement | undefined
  /** Signatures elsewhere, or an ID that two elements share: nothing is believed. */
  readonly misplaced: XmlElement | undefined
}

export function readSignedMessage(
  root: XmlElement,
  certificates: readonly TrustedCertificate[],
  query: QuerySignature | null,
  decryptionKeys: readonly KeyObject[],
): SignedMessage {
  const opened = new OpenedElements(decryptionKeys, messageLimits)
  const identifiers = collectIdentifiers(root.document)
  const [own] = childElements(root, DS, 'Signature')
  const stray = [...descendantsOf(root)].find((element) => element.local === 'Signature' && element !== own)
  const shared = [...identifiers.values()].find((holders) => holders.length > 1)?.[1]
  const misplaced = stray ?? shared
  const keys = trustedKeys({ identityProvider: { entityId: undefined, certificates } })
  const signature = own && verifySignature(own, keys, identifiers, { opened })
  const querySignature = query === null ? undefined : judgeQuerySignature(query, keys)
  for (const name of encryptedNames(root)) opened.open(name)
  const verified = misplaced === undefined ? signature?.verified : undefined
  const byQuery = misplaced === undefined && querySignature?.value === 'verified'
  return {
    root,
    view: verified ?? new UnverifiedElement(root, opened),
    trust: verified !== undefined || byQuery ? 'verified' : 'unverified',
    signature,
    querySignature,
    misplaced,
  }
}
