/** Proof that the verifier made a `VerifiedElement`. Only `verify-signature.ts` may hold it (import rule). */
export class Seal {
  static readonly verifier = new Seal()
  private constructor() {}
}
