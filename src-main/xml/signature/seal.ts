/** Proof that the verifier made a `VerifiedElement`. Only `verify-signature.ts` may hold it (import rule). */
export class Seal {
  static readonly verifier = new Seal()
  /** Makes the type its own: without it any object would pass for a seal. */
  readonly #of = 'verify-signature'
  private constructor() {}

  /** @throws {TypeError} for anything but the verifier's own seal, whatever its type was made to say */
  static check(seal: Seal): void {
    if (!(#of in seal)) throw new TypeError('A VerifiedElement is made by the verifier alone.')
  }
}
