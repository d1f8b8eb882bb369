import type { AssertionValues, ResponseValues } from '#main/saml/identity-provider/response-values.ts'
import type { PracticeSigning } from '../signing/practice-signing.ts'
import type { SpareKeys } from '../signing/spare-keys.ts'

/** What a fault may look at. Time and randomness come with it. */
export interface Scene {
  readonly now: Date
  readonly random: (bytes: number) => Uint8Array
  readonly spareKeys: SpareKeys
}

/**
 * One deliberate mistake; what it does and teaches stands in `src-shared/practice-faults`. It changes one thing, in the way in
 * which that goes wrong out there, so that nothing else is wrong with the login.
 */
export interface SamlFault {
  /** Of the response, before it is signed. */
  readonly response?: (response: ResponseValues, scene: Scene) => ResponseValues | Promise<ResponseValues>
  /** Of the XML after it was signed, as whoever stands between would. */
  readonly message?: (xml: string) => string
  /** What it signs with. */
  readonly signing?: (signing: PracticeSigning, scene: Scene) => Promise<PracticeSigning>
  /** The metadata stays behind: what it signs with is not in it. */
  readonly keepsMetadata?: true
  /** The entity ID it goes by, in metadata and messages. */
  readonly entityId?: (entityId: string) => string
  /** Where the browser posts the response. */
  readonly postsTo?: (acsUrl: string) => string
  /** The browser is shown an error page in place of the response. */
  readonly endsInPage?: true
  /** How its metadata URL answers. */
  readonly metadata?: 'web-page' | 'silent'
}

/** Changes the assertion, where there is one. */
export const changing =
  (change: (assertion: AssertionValues, scene: Scene) => AssertionValues) =>
  (response: ResponseValues, scene: Scene): ResponseValues =>
    response.assertion === undefined ? response : { ...response, assertion: change(response.assertion, scene) }
