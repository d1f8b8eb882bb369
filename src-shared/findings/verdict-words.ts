import type { MetadataJudgement, Verdict } from '../model/judgement.ts'

interface VerdictText {
  readonly word: string
  /** One sentence. */
  readonly says: string
}

export const responseVerdictWords: Readonly<Record<Verdict, VerdictText>> = {
  accepted: { word: 'Accepted', says: 'This response is genuine, current and meant for this application.' },
  rejected: { word: 'Rejected', says: 'This response would be refused.' },
  undecided: { word: 'Undecided', says: 'Nothing was refuted, but nothing proves who sent this response.' },
}

/** Nobody accepts an assertion without its response. */
export const assertionVerdictWords: Readonly<Record<Verdict, VerdictText>> = {
  accepted: { word: 'Undecided', says: 'Nothing was refuted, but an assertion alone signs nobody in.' },
  rejected: { word: 'Rejected', says: 'A response with this assertion would be refused.' },
  undecided: { word: 'Undecided', says: 'Nothing was refuted, but an assertion alone signs nobody in.' },
}

/** Without trust a logout message may be accepted: its signature is then among what was not verified. */
export const logoutVerdictWords: Readonly<Record<Verdict, VerdictText>> = {
  accepted: { word: 'Accepted', says: 'Nothing speaks against acting on this logout message.' },
  rejected: { word: 'Rejected', says: 'This logout message would be refused.' },
  undecided: { word: 'Undecided', says: 'Nothing was refuted, but nothing proves who sent this logout message.' },
}

export const requestVerdictWords: Readonly<Record<Verdict, VerdictText>> = {
  accepted: { word: 'Accepted', says: 'Nothing speaks against answering this sign-in request.' },
  rejected: { word: 'Rejected', says: 'The identity provider would refuse this sign-in request.' },
  undecided: { word: 'Undecided', says: 'Nothing was refuted, but nothing proves who sent this sign-in request.' },
}

export const tokenVerdictWords: Readonly<Record<Verdict, VerdictText>> = {
  accepted: { word: 'Accepted', says: 'This ID Token is genuine, current and meant for this application.' },
  rejected: { word: 'Rejected', says: 'This token would be refused.' },
  undecided: { word: 'Undecided', says: 'Nothing was refuted, but nothing proves who issued this token.' },
}

export const discoveryVerdictWords: Readonly<Record<'valid' | 'invalid', VerdictText>> = {
  valid: { word: 'Valid', says: 'This OpenID provider can be used.' },
  invalid: { word: 'Invalid', says: 'This OpenID provider has to be mended before it can be used.' },
}

export const metadataVerdictWords: Readonly<Record<MetadataJudgement['verdict'], VerdictText>> = {
  valid: { word: 'Valid', says: 'This metadata can be used.' },
  invalid: { word: 'Invalid', says: 'This metadata has to be mended before it can be used.' },
}
