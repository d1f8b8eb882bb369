import type { AssertionElement } from '#main/saml/element/assertion.ts'
import type { ResponseElement } from '#main/saml/element/response.ts'
import type { SubjectConfirmationElement } from '#main/saml/element/subject.ts'
import type { VerifiedElement } from '#main/xml/signature/verified-element.ts'
import type { SignatureJudgement } from '#main/xml/signature/verify-signature.ts'
import type { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import type { XmlDocument } from '#main/xml/tree/xml-tree.ts'
import type { ResponseContext } from '../response-context.ts'

/** The type says whether an identity may be read: only from the verified one. */
export type ResponseReading =
  | { readonly trust: 'verified'; readonly element: ResponseElement<VerifiedElement> }
  | { readonly trust: 'unverified'; readonly element: ResponseElement<UnverifiedElement> }

export type AssertionReading =
  | { readonly trust: 'verified'; readonly element: AssertionElement<VerifiedElement> }
  | { readonly trust: 'unverified'; readonly element: AssertionElement<UnverifiedElement> }

/** A Signature in a place where one may be. */
export interface PlacedSignature {
  readonly covers: 'response' | 'assertion' | 'message'
  readonly judgement: SignatureJudgement
}

/** Everything the checks of a response look at. */
export interface ResponseSubject {
  readonly context: ResponseContext
  readonly response: ResponseReading
  /** Undefined where there is no single assertion to read. */
  readonly assertion: AssertionReading | undefined
  /** The bearer confirmation that comes closest to holding; undefined where there is none. */
  readonly confirmation: SubjectConfirmationElement | undefined
  readonly signatures: readonly PlacedSignature[]
  /** Of the message and of what was decrypted. */
  readonly documents: readonly XmlDocument[]
  /** Built as a response is. Otherwise nothing in it is verified, whatever its signatures say. */
  readonly sound: boolean
  /** The assertion came encrypted, whether it could be opened or not. */
  readonly encrypted: boolean
  /** What is encrypted and could not be opened hides whether it is signed. */
  readonly sealed: boolean
}
